package io.weft.activities.governor;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one system answers, in virtual time; all times are nanoseconds. */
interface Regime {
  /**
   * What becomes of a request that arrives now.
   *
   * @param underWay requests that the system works on already
   */
  Reply arrive(long now, int underWay);

  /** Requests a second that it takes in the long run from one who asks for all he can get. */
  double allows();

  /**
   * An answer.
   *
   * @param retryAfter null where the request is carried out
   * @param silent whether no answer comes at all
   */
  record Reply(long took, @Nullable Duration retryAfter, boolean silent) {
    static Reply done(long took) {
      return new Reply(took, null, false);
    }

    static Reply refused(Duration retryAfter) {
      return new Reply(millis(20), retryAfter, false);
    }
  }

  static long millis(double millis) {
    return (long) (millis * 1e6);
  }

  static long seconds(double seconds) {
    return (long) (seconds * 1e9);
  }
}
