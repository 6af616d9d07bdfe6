package io.weft.activities.governor;

/**
 * Whether answers come much slower than the system can. Then more requests would only wait on the
 * other side, which is how a system suffers that never complains. What it can is measured now and
 * then, with few requests under way. Requests of several parts are judged by the time that a part
 * took, and apart from others: a batch of a hundred is not slow because a single call is quick.
 * Guarded by its governor's lock.
 */
final class Slowness {
  private static final double SLOW = 3;
  private static final double SMOOTHING = 0.1;
  private static final long SELDOM = 600_000_000_000L;

  /** Slow answers may also mean that something else is asked now. */
  private static final long IN_DOUBT = 60_000_000_000L;

  /** Answers to requests of the measurement's own: others suffer from those before it. */
  private static final int ANSWERS = 12;

  /** Where answers take seconds, fewer do: while it is measured, little else is done. */
  private static final long LONG = 5_000_000_000L;

  /** Fewer of one kind tell nothing about it. */
  private static final int ENOUGH = 3;

  private final Answers single = new Answers();
  private final Answers several = new Answers();
  private boolean everMeasured;
  private long measuredAt;
  private int left;

  /** Whether few requests should be under way for the moment. */
  boolean isMeasuring() {
    return left > 0;
  }

  boolean isSlow() {
    return left == 0 && (single.isSlow() || several.isSlow());
  }

  boolean isDue(long now) {
    long age = now - measuredAt;
    return left == 0 && (!everMeasured || age > SELDOM || (isSlow() && age > IN_DOUBT));
  }

  /** Begins a measurement, which the next answers end. */
  void measure(long now) {
    measuredAt = now;
    left = ANSWERS;
    single.begin();
    several.begin();
  }

  /** The answer to a request of so many parts, sent then; a request that is no batch has one. */
  void answered(long sent, long now, int parts) {
    double took = (now - sent) / (double) parts;
    Answers alike = parts > 1 ? several : single;
    if (left == 0) {
      alike.went(took);
    } else if (sent - measuredAt >= 0) {
      alike.measured(took);
      boolean enough = now - measuredAt > LONG && alike.measured >= ENOUGH;
      left = enough ? 0 : left - 1;
      finish();
    }
  }

  private void finish() {
    if (left == 0) {
      single.finish();
      several.finish();
      everMeasured = true;
    }
  }

  /** Requests of one kind: how long they take, and can take, in nanoseconds. */
  private static final class Answers {
    private double usual;
    private double best;
    private double quickest;
    private int measured;
    private boolean known;

    boolean isSlow() {
      return known && usual > best * SLOW;
    }

    void went(double took) {
      usual += SMOOTHING * (took - usual);
    }

    void begin() {
      measured = 0;
      quickest = Double.POSITIVE_INFINITY;
    }

    void measured(double took) {
      measured++;
      quickest = Math.min(quickest, took);
    }

    void finish() {
      if (measured >= ENOUGH) {
        best = quickest;
        usual = quickest;
        known = true;
      }
    }
  }
}
