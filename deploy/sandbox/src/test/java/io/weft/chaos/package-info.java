/** Proof under fire: everything breaks at random, and a checker that shares no code counts. */
@NullMarked
package io.weft.chaos;

import org.jspecify.annotations.NullMarked;
