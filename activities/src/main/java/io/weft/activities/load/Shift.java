package io.weft.activities.load;

import io.weft.activities.failure.RemoteException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long one attempt of an activity works: until it is called off, its window closes, or it has
 * worked long enough to say how far it has come. Thread-safe.
 */
public final class Shift {
  private static final Logger log = LoggerFactory.getLogger(Shift.class);

  /** Records in hand are finished within this time of a call to stop; what is not begun is left. */
  private static final Duration TO_FINISH = Duration.ofSeconds(2);

  private final Clock clock;
  private final Instant end;
  private volatile @Nullable Instant calledOffAt;
  private volatile boolean gotOn;
  private volatile @Nullable RemoteException failure;

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
    return calledOffAt == null && failure == null && clock.instant().isBefore(end);
  }

  /** Does a piece of the work, which is stored with it. A call that fails ends the shift. */
  void piece(Runnable work) {
    try {
      work.run();
      gotOn = true;
    } catch (RemoteException e) {
      failure = e;
      log.atInfo().addKeyValue("why", e.getMessage()).log("A load's shift ends early");
    }
  }

  /**
   * To be asked when nothing is in hand any more. A call that failed is no failure of a shift in
   * which other pieces were done: the next shift tries it again at once. Otherwise the pauses
   * between the attempts would grow while a load gets on well but for some lost answers.
   *
   * @throws RemoteException if a call failed and nothing was done
   */
  void end() {
    RemoteException why = failure;
    if (why != null && !gotOn) {
      throw why;
    }
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
