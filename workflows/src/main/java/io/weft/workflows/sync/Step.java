package io.weft.workflows.sync;

import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.PairId;
import org.jspecify.annotations.Nullable;

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
  record Wait(String reason) implements Step {
    /** In words for the run's page; the same text without {@code because} as ever. */
    public static Wait on(PairId other, @Nullable String because) {
      String waits = "Waits for " + other.path();
      return new Wait(because == null ? waits : waits + ", which is held up: " + because);
    }
  }

  /** It cannot proceed. */
  record Park(Problem problem) implements Step {}
}
