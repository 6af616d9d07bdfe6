/** All of {@code weft.yaml}, read once at the start, with every problem reported at once. */
@NullMarked
package io.weft.activities.settings;

import org.jspecify.annotations.NullMarked;
