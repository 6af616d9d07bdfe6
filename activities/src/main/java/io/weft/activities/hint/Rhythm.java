package io.weft.activities.hint;

import java.time.Duration;

/**
 * How often the {@link Backlog} looks, and how patient it is.
 *
 * @param every the pause between two rounds
 * @param longest the longest pause while Temporal is away
 * @param grace how long a fresh hint is left to the {@link HandOver}
 * @param retell after which time a run that was told but has not covered its hint is told again
 * @param page how many hints a round takes
 */
public record Rhythm(Duration every, Duration longest, Duration grace, Duration retell, int page) {
  /** What fits almost everywhere. */
  public static Rhythm standard() {
    return new Rhythm(
        Duration.ofSeconds(3),
        Duration.ofSeconds(30),
        Duration.ofSeconds(5),
        Duration.ofMinutes(10),
        500);
  }
}
