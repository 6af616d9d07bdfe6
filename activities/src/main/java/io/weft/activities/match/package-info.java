/** Whether two records are the same company. Pure. */
@NullMarked
package io.weft.activities.match;

import org.jspecify.annotations.NullMarked;
