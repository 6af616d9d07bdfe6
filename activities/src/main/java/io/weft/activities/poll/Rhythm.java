package io.weft.activities.poll;

import java.time.Duration;

/**
 * How a feed with a watermark is followed.
 *
 * @param overlap how far each round reaches back behind the watermark: long transactions commit
 *     with earlier times
 */
public record Rhythm(String name, Duration interval, Duration overlap) {
  /** Three minutes of overlap, the middle of what is known from the field. */
  public static final Duration OVERLAP = Duration.ofMinutes(3);

  /** The usual overlap. */
  public static Rhythm of(String name, Duration interval) {
    return new Rhythm(name, interval, OVERLAP);
  }
}
