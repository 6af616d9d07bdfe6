package io.weft.activities.governor;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The pause that a system asked for. When it is over one request goes first; the others follow when
 * that one is answered. Guarded by its governor's lock.
 */
final class Hold {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** Where the system names no delay; Microsoft's own sample falls back to this. */
  private static final Duration USUAL = Duration.ofSeconds(30);

  /** Several workers that were told to wait come back within so much of the pause. */
  private static final double SPREAD = 0.1;

  private static final int MOST_DOUBLINGS = 5;

  private final DoubleSupplier jitter;
  private long until;
  private boolean feeling;
  private int refusedAgain;
  private long asked;
  private long nanosInAll;

  Hold(long now, DoubleSupplier jitter) {
    this.until = now;
    this.jitter = jitter;
  }

  /** Nanoseconds that are left of it; 0 where there is none. */
  long left(long now) {
    return Math.max(0, until - now);
  }

  /** Whether the system has answered since the last pause. */
  boolean isOver() {
    return !feeling;
  }

  /** Makes it last as asked, never shorter than it was; returns what is left, in nanoseconds. */
  long extend(@Nullable Duration pause, long now) {
    long before = left(now);
    refusedAgain = feeling && before == 0 ? refusedAgain + 1 : refusedAgain;
    long wanted = spread(grown(pause == null ? USUAL : clamped(pause)));
    if (wanted > before) {
      until = now + wanted;
      nanosInAll += wanted - before;
    }
    asked++;
    feeling = true;
    return left(now);
  }

  /**
   * An answer to a request that was sent then; only one sent after the pause says that it is over.
   */
  void answered(long sent) {
    if (sent - until >= 0) {
      feeling = false;
      refusedAgain = 0;
    }
  }

  /** How often the system asked for a pause. */
  long asked() {
    return asked;
  }

  /** How long it lasted in all. */
  Duration inAll() {
    return Duration.ofNanos(nanosInAll);
  }

  /** Twice as long each time that it is over and even a single request is refused. */
  private Duration grown(Duration asked) {
    Duration grown = asked.multipliedBy(1L << Math.min(refusedAgain, MOST_DOUBLINGS));
    Duration most = asked.compareTo(USUAL) > 0 ? asked : USUAL;
    return grown.compareTo(most) > 0 ? most : grown;
  }

  private long spread(Duration pause) {
    return (long) (pause.toNanos() * (1 + SPREAD * jitter.getAsDouble()));
  }

  private static Duration clamped(Duration asked) {
    Duration least = asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
    return least.compareTo(LONGEST) > 0 ? LONGEST : least;
  }
}
