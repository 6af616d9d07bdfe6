package io.weft.workflows.sync;

import io.weft.workflows.failure.Problem;

/** What follows from one piece of work on a record. */
public sealed interface Step {
  /** Nothing is left to do. */
  record Done() implements Step {}

  /** More came in meanwhile: work again. */
  record Again() implements Step {}

  /**
   * Another record comes first; a hint wakes this one.
   *
   * @param reason for example {@code waits for account-customer/usmf/6f1c...}
   */
  record Wait(String reason) implements Step {}

  /** It cannot proceed. */
  record Park(Problem problem) implements Step {}
}
