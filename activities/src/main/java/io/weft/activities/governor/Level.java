package io.weft.activities.governor;

/**
 * How much of one thing a system turned out to take, and the step by which that was last raised.
 * Guarded by its governor's lock.
 */
final class Level {
  private static final double FIRST_STEP = 0.1;
  private static final double SMALLEST_STEP = 0.025;
  private static final double STRIDE = 3;
  private static final double LARGEST_STEP = 0.5;

  /** A system that refuses one in a second is not too busy with us: asking less would not help. */
  private static final double LEAST = 1;

  private double value = Double.POSITIVE_INFINITY;
  private double step = FIRST_STEP;
  private double raised;

  double value() {
    return value;
  }

  /** Begins with what was asked of the system when it was too much, and a little less. */
  void learn(double used, double factor) {
    value = Math.max(LEAST, used * factor);
    step = FIRST_STEP;
    raised = 0;
  }

  void forget() {
    learn(Double.POSITIVE_INFINITY, 1);
  }

  void lower(double factor) {
    value = Math.max(LEAST, value * factor);
    step = FIRST_STEP;
    raised = 0;
  }

  /** The next step; each that goes well is followed by one three times as large. */
  void raise() {
    value *= 1 + step;
    raised = step;
    step = Math.min(LARGEST_STEP, step * STRIDE);
  }

  /** The last step has proved itself. */
  void keep() {
    raised = 0;
  }

  boolean isRaised() {
    return raised > 0;
  }

  /** The last step was too much; half of it may not be. Whether there is none smaller. */
  boolean takeBack() {
    boolean smallest = raised <= SMALLEST_STEP;
    value /= 1 + raised;
    step = Math.max(SMALLEST_STEP, raised / 2);
    raised = 0;
    return smallest;
  }
}
