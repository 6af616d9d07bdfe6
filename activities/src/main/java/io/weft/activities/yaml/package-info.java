/** Settings files read with a place for every problem. */
@NullMarked
package io.weft.activities.yaml;

import org.jspecify.annotations.NullMarked;
