/** The value lists of both systems, read through the clients and kept for a while. */
@NullMarked
package io.weft.activities.lookup;

import org.jspecify.annotations.NullMarked;
