/** The plug of a sync object: parts, arrival, lifecycle. */
@NullMarked
package io.weft.activities.object;

import org.jspecify.annotations.NullMarked;
