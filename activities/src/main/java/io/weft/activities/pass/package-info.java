/** One reconciliation of a pair: three store transactions around remote calls. */
@NullMarked
package io.weft.activities.pass;

import org.jspecify.annotations.NullMarked;
