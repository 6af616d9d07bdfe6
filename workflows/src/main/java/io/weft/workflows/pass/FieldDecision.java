package io.weft.workflows.pass;

import io.weft.workflows.record.Side;
import org.jspecify.annotations.Nullable;

/**
 * Why one field has the value it has after a pass.
 *
 * @param field the name on the target's side
 * @param target the side that is written, null where nothing is
 * @param before the target's value before, in canonical text; null for none
 * @param after the value sent or agreed on; null for none
 * @param rival the losing value of a conflict; null where there was none
 * @param why one sentence: the rule and the reason
 */
public record FieldDecision(
    String field,
    Verdict verdict,
    @Nullable Side target,
    @Nullable String before,
    @Nullable String after,
    @Nullable String rival,
    String why) {}
