package io.weft.activities.store;

/** How an announced write ended, for its audit row. The note is one sentence for a reader. */
public record IntentResult(String intentId, Outcome outcome, String note) {
  /** The outcomes. */
  public enum Outcome {
    /** Answered with success. */
    APPLIED,
    /** No answer, but the value was found there. */
    PRESUMED,
    /** No answer, and the value is not there: it may have been there in between. */
    UNKNOWN,
    /** Answered with a refusal: nothing was written. */
    REFUSED,
    /** Answered with success, but the old value stays: put up for approval, or ignored. */
    WITHOUT_EFFECT,
    /** Never left, or was turned away unprocessed: the intent is dropped, nothing to audit. */
    NOT_SENT
  }
}
