package io.weft.activities.http;

import java.time.Duration;

/**
 * How many writes a request had best hold for its answer to come within about {@link #AIM}, as the
 * system answers at present. Whoever is told to stop cannot take back what is under way. Begins
 * with few, as if the system were slow, until the first answer; requests of few writes tell little
 * and are passed over. Thread-safe.
 */
final class Tempo {
  static final Duration AIM = Duration.ofSeconds(2);
  static final int MOST = 100;
  static final int LEAST = 10;
  static final int FIRST = 25;
  private static final double SMOOTHING = 0.2;

  private double nanosEach;

  /** The answer to a request of so many writes took so long. */
  synchronized void took(int writes, Duration time) {
    if (writes >= LEAST) {
      double each = (double) time.toNanos() / writes;
      nanosEach = nanosEach == 0 ? each : nanosEach + SMOOTHING * (each - nanosEach);
    }
  }

  /** So many writes at once, between {@link #LEAST} and {@link #MOST}. */
  synchronized int writes() {
    double fit = nanosEach == 0 ? FIRST : AIM.toNanos() / nanosEach;
    return (int) Math.max(LEAST, Math.min(MOST, fit));
  }
}
