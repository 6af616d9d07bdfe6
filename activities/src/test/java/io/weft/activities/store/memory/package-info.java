/** The store in memory: exact, small and fast, for the simulation and other tests. */
@NullMarked
package io.weft.activities.store.memory;

import org.jspecify.annotations.NullMarked;
