/** The hours in which bulk work may run. */
@NullMarked
package io.weft.activities.window;

import org.jspecify.annotations.NullMarked;
