/** The sign-in: tokens, and what they open. */
@NullMarked
package io.weft.sandbox.d365.entra;

import org.jspecify.annotations.NullMarked;
