package io.weft.activities.governor;

import java.time.Duration;

/**
 * What one process may ask of one connection.
 *
 * @param concurrency requests at once
 * @param perSecond requests begun in a second
 * @param maxWait longest time to wait for leave
 */
public record Limits(int concurrency, int perSecond, Duration maxWait) {
  public Limits {
    if (concurrency < 1 || perSecond < 1) {
      throw new IllegalArgumentException(
          "limits of " + concurrency + " at once and " + perSecond + " a second: at least 1");
    }
  }

  /** For D365, which takes 52 requests of one application at once at the very most. */
  public static Limits forD365() {
    return new Limits(52, 50, Duration.ofSeconds(20));
  }

  /** For Creatio, which throttles nothing and suffers in silence. */
  public static Limits forCreatio() {
    return new Limits(12, 50, Duration.ofSeconds(20));
  }

  /** The part of one of several processes that share them; at least one request. */
  public Limits sharedBy(int processes) {
    return new Limits(
        Math.max(1, concurrency / processes), Math.max(1, perSecond / processes), maxWait);
  }
}
