package io.weft.activities.load;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long one attempt of an activity works: until it is called off, its window closes, or it has
 * worked long enough to say how far it has come. Thread-safe.
 */
public final class Shift {
  /** Records in hand are finished within this time of a call to stop; what is not begun is left. */
  private static final Duration TO_FINISH = Duration.ofSeconds(3);

  private final Clock clock;
  private final Instant end;
  private volatile @Nullable Instant calledOffAt;

  /**
   * A shift that begins now.
   *
   * @param until when the window closes; null for never
   */
  public Shift(Clock clock, Duration length, @Nullable Instant until) {
    this.clock = clock;
    Instant own = clock.instant().plus(length);
    this.end = until == null || own.isBefore(until) ? own : until;
  }

  /** Whether another piece of work may be begun. */
  boolean goesOn() {
    return calledOffAt == null && clock.instant().isBefore(end);
  }

  /** Begin nothing more. */
  public void callOff() {
    if (calledOffAt == null) {
      calledOffAt = clock.instant();
    }
  }

  /** Whether the time for finishing the records in hand is over. */
  boolean isOver() {
    Instant at = calledOffAt;
    return at != null && clock.instant().isAfter(at.plus(TO_FINISH));
  }
}
