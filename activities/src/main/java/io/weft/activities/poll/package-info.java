/** Following changes: feeds, rounds over them, and what of it is news. */
@NullMarked
package io.weft.activities.poll;

import org.jspecify.annotations.NullMarked;
