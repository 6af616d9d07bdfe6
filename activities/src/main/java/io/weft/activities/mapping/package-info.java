/** Which fields belong together, and how a value of one side reads on the other. Pure. */
@NullMarked
package io.weft.activities.mapping;

import org.jspecify.annotations.NullMarked;
