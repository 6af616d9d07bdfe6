package io.weft.activities.http;

import java.time.Duration;

/**
 * How many writes a request had best hold for its answer to come within about {@link #AIM}, as the
 * system answers at present. Whoever is told to stop cannot take back what is under way. Begins
 * with few, as if the system were slow, until the first answer; the fewer writes a request held,
 * the less it counts. Thread-safe.
 */
final class Tempo {
  static final Duration AIM = Duration.ofSeconds(2);
  static final int MOST = 100;
  static final int LEAST = 10;
  static final int FIRST = 25;

  /** So many writes count for more than all before them. */
  private static final double MEMORY = 500;

  private double nanosEach;

  /** The answer to a request of so many writes took so long. */
  synchronized void took(int writes, Duration time) {
    if (writes > 0) {
      double each = (double) time.toNanos() / writes;
      double weight = nanosEach == 0 ? 1 : Math.min(1, writes / MEMORY);
      nanosEach += weight * (each - nanosEach);
    }
  }

  /** So many writes at once, between {@link #LEAST} and {@link #MOST}. */
  synchronized int writes() {
    double fit = nanosEach == 0 ? FIRST : AIM.toNanos() / nanosEach;
    return (int) Math.max(LEAST, Math.min(MOST, fit));
  }
}
