package io.weft.activities.governor;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a connection stands at one moment.
 *
 * @param reads requests under way that change nothing
 * @param writes requests under way that may change something
 * @param perSecond requests that may be begun in a second, as learned or as configured
 * @param waitingLive how many wait for their turn in the live lane
 * @param waitingBulk how many wait for their turn in the bulk lane
 * @param heldUntil until when nothing is sent, because the system asked for it; null if it did not
 * @param counts what happened since the start
 * @param breaker whether the system is there at all
 */
public record GovernorState(
    Places reads,
    Places writes,
    double perSecond,
    int waitingLive,
    int waitingBulk,
    @Nullable Instant heldUntil,
    Counts counts,
    Breaker breaker) {

  /** A connection that was not used yet. */
  public static final GovernorState UNUSED =
      new GovernorState(
          new Places(0, 1),
          new Places(0, 1),
          1,
          0,
          0,
          null,
          new Counts(0, Duration.ZERO, 0, 0),
          Breaker.CLOSED);

  /** Requests of both kinds under way. */
  public int inFlight() {
    return reads.taken() + writes.taken();
  }

  /**
   * Places of one kind of request.
   *
   * @param limit how many may be taken at present
   */
  public record Places(int taken, int limit) {}

  /**
   * What happened since the start.
   *
   * @param throttled how often the system asked us to slow down
   * @param throttledTime how long the connection was held in all
   * @param refused how many requests found no place in time
   * @param opened how often the breaker opened, each probe without an answer included
   */
  public record Counts(long throttled, Duration throttledTime, long refused, long opened) {}

  /** Whether a system is there. */
  public enum Breaker {
    /** It answers. */
    CLOSED,
    /** It does not: one request asks every ten seconds. */
    OPEN,
    /** That request is under way. */
    PROBING
  }
}
