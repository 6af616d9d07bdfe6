/** The initial load: two populated systems read, matched, linked, brought in step and compared. */
@NullMarked
package io.weft.activities.load;

import org.jspecify.annotations.NullMarked;
