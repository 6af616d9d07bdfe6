/** Following changes, against systems in memory. */
@NullMarked
package io.weft.activities.poll;

import org.jspecify.annotations.NullMarked;
