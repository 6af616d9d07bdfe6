package io.weft.activities.store;

import org.jspecify.annotations.Nullable;

/**
 * One piece of work of a load: two records that belong, or may belong, together; or one that has no
 * partner yet.
 *
 * @param sequence its number in the load, from 1; how a reviewer names it
 * @param creatioKey null where the account is to be made, or nobody knows it
 * @param d365Key null where the customer is to be made, or nobody knows it
 * @param score how much alike, 0 to 100
 * @param evidence what they share, and what speaks against it; null where nothing was compared
 * @param outcome null until there is one
 * @param fingerprint of the trouble, if there was any
 * @param note the trouble in words
 * @param tries how often it was tried in vain
 */
public record LoadPair(
    long sequence,
    @Nullable String creatioKey,
    @Nullable String d365Key,
    Kind kind,
    State state,
    int score,
    @Nullable String evidence,
    @Nullable Outcome outcome,
    @Nullable String fingerprint,
    @Nullable String note,
    int tries) {
  /** What is to be done. Stored: never rename one. */
  public enum Kind {
    /** Linked before the load: bring in step. */
    LINKED,
    /** Surely the same: link, then bring in step. */
    SURE,
    /** Perhaps the same. */
    DOUBTFUL,
    /** One of several alike on its own side, without a partner. */
    DUPLICATE,
    /** In Creatio only: to be made in D365. */
    NEW_IN_CREATIO,
    /** In D365 only: to be made in Creatio. */
    NEW_IN_D365,
    /** For a person, who is told by the ordinary work on the record. */
    REFUSED
  }

  /** Where it stands. Stored: never rename one. */
  public enum State {
    /** To be done by the next batches. */
    TODO,
    /** Waits for a reviewer. */
    REVIEW,
    /** Done, as its outcome says. */
    DONE,
    /** Tried in vain for now; tried again before the load ends. */
    LATER,
    /** A reviewer said that they are not the same. */
    REJECTED,
    /** Nothing is done with it: creation in that direction was not chosen, or it is a duplicate. */
    LEFT
  }

  /** What became of it. Stored: never rename one. */
  public enum Outcome {
    /** Both sides were equal already; nothing was written. */
    EQUAL,
    /** Differences were written. */
    WRITTEN,
    /** Its partner was made in Creatio. */
    MADE_IN_CREATIO,
    /** Its partner was made in D365. */
    MADE_IN_D365,
    /** D365 put the change up for approval. */
    AWAITING,
    /** A person must look; its workflow is parked, or will be once the load is closed. */
    PARKED,
    /** It is no longer there, or no longer ours. */
    ENDED,
    /** It changed so much since the scan that it is left to the ordinary work. */
    CHANGED,
    /** It could not be done although it was tried again. */
    FAILED
  }
}
