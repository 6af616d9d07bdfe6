/** Canonical values: what both systems say, in one form. */
@NullMarked
package io.weft.activities.value;

import org.jspecify.annotations.NullMarked;
