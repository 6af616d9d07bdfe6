/** {@code weft match}: how well companies are recognised, measured offline. */
@NullMarked
package io.weft.cli.match;

import org.jspecify.annotations.NullMarked;
