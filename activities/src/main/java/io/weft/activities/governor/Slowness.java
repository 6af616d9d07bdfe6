package io.weft.activities.governor;

/**
 * Whether answers come much slower than the system can. Then more requests would only wait on the
 * other side, which is how a system suffers that never complains. What it can is measured now and
 * then, with few requests under way. Guarded by its governor's lock.
 */
final class Slowness {
  private static final double SLOW = 3;
  private static final double SMOOTHING = 0.1;
  private static final long SELDOM = 600_000_000_000L;

  /** Slow answers may also mean that something else is asked now. */
  private static final long IN_DOUBT = 60_000_000_000L;

  /** Answers to requests of the measurement's own: others suffer from those before it. */
  private static final int ANSWERS = 12;

  private double usual;
  private double best;
  private boolean everMeasured;
  private long measuredAt;
  private int left;
  private double quickest;

  /** Whether few requests should be under way for the moment. */
  boolean isMeasuring() {
    return left > 0;
  }

  boolean isSlow() {
    return left == 0 && everMeasured && usual > best * SLOW;
  }

  boolean isDue(long now) {
    long age = now - measuredAt;
    return left == 0 && (!everMeasured || age > SELDOM || (isSlow() && age > IN_DOUBT));
  }

  /** Begins a measurement, which the next answers end. */
  void measure(long now) {
    measuredAt = now;
    left = ANSWERS;
    quickest = Double.POSITIVE_INFINITY;
  }

  /** The answer to a request sent then. */
  void answered(long sent, long now) {
    long took = now - sent;
    if (left == 0) {
      usual += SMOOTHING * (took - usual);
    } else if (sent - measuredAt >= 0) {
      left--;
      quickest = Math.min(quickest, (double) took);
      finish();
    }
  }

  private void finish() {
    if (left == 0) {
      best = quickest;
      usual = quickest;
      everMeasured = true;
    }
  }
}
