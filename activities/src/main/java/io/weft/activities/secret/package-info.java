/** Secrets: resolved late, never printed. */
@NullMarked
package io.weft.activities.secret;

import org.jspecify.annotations.NullMarked;
