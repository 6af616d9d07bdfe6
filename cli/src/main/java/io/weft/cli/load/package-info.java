/** {@code weft load}: plans, starts and watches initial loads. */
@NullMarked
package io.weft.cli.load;

import org.jspecify.annotations.NullMarked;
