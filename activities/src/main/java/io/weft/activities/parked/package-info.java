/** The desk's list of what waits for a person, as workflows fill it. */
@NullMarked
package io.weft.activities.parked;

import org.jspecify.annotations.NullMarked;
