package io.weft.activities.mapping;

import org.jspecify.annotations.Nullable;

/**
 * How a field behaves where there is a choice.
 *
 * @param policy who wins a conflict; null: as the object says
 * @param onFirstLink who wins where two records are first linked and both have a value; null: as
 *     {@code policy}
 * @param drift what happens to a change on the side that the field only flows to
 * @param span through which pairs it is kept in step
 * @param truncate whether a text that is too long is cut instead of parked
 * @param leaveUnknownCodes whether a code without a counterpart is left alone instead of parked
 */
public record Conduct(
    @Nullable ConflictPolicy policy,
    @Nullable ConflictPolicy onFirstLink,
    Drift drift,
    Span span,
    boolean truncate,
    boolean leaveUnknownCodes) {
  /** What holds where nothing is said: a change that finance makes in D365 stays. */
  public static Conduct standard(Direction direction) {
    Drift drift = direction == Direction.TO_CREATIO ? Drift.RESTORE : Drift.KEEP;
    return new Conduct(null, null, drift, Span.EVERY, false, false);
  }

  Conduct with(@Nullable ConflictPolicy firstLink, Drift otherDrift, Span otherSpan) {
    return new Conduct(policy, firstLink, otherDrift, otherSpan, truncate, leaveUnknownCodes);
  }
}
