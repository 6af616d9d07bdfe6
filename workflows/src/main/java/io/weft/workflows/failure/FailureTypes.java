package io.weft.workflows.failure;

/**
 * Names of failures as workflows compare them. Histories keep them for years, so they are never
 * renamed; classes and messages do not survive the way through Temporal, these do.
 */
public final class FailureTypes {
  /** The system asked us to slow down; nothing was done. */
  public static final String THROTTLED = "Throttled";

  /** No or no usable answer; whether a write happened is unknown. */
  public static final String UNAVAILABLE = "Unavailable";

  /** The record moved under us; the next attempt reads again. */
  public static final String CONFLICT = "Conflict";

  /** The system refuses the content; a person must correct it. */
  public static final String REJECTED = "Rejected";

  /** Sign-in or rights are wrong; records are fine. */
  public static final String DENIED = "Denied";

  /** A success that cannot be read: our code or their release is wrong. */
  public static final String MALFORMED = "Malformed";

  /** Another attempt works on one of the two records. */
  public static final String CLAIMED = "Claimed";

  /** A later attempt has taken over; this one must change nothing more. */
  public static final String OVERTAKEN = "Overtaken";

  /** The outcome of an earlier write is not known yet; planning waits for it. */
  public static final String OUTCOME_UNKNOWN = "OutcomeUnknown";

  /** The stored environment is another than the one connected: writing is refused. */
  public static final String WRONG_ENVIRONMENT = "WrongEnvironment";

  /** The store cannot be reached. */
  public static final String STORE_UNAVAILABLE = "StoreUnavailable";

  private FailureTypes() {}
}
