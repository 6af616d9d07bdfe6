package io.weft.activities.governor;

import java.time.Duration;

/**
 * What one connection may be asked.
 *
 * @param concurrency requests at once; bulk may have at most half of them
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

  /** For D365: eight reads and four writes at once; the ERP throttles by load, not by count. */
  public static Limits forD365() {
    return new Limits(12, 20, Duration.ofSeconds(20));
  }

  /** For Creatio, which throttles nothing and suffers in silence. */
  public static Limits forCreatio() {
    return new Limits(12, 20, Duration.ofSeconds(20));
  }

  /** Places that bulk may take. */
  int bulk() {
    return Math.max(1, concurrency / 2);
  }
}
