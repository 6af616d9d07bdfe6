/** The desk, against systems in memory. */
@NullMarked
package io.weft.activities.desk;

import org.jspecify.annotations.NullMarked;
