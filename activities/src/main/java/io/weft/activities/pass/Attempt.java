package io.weft.activities.pass;

import io.weft.activities.http.AttemptDeadline;
import io.weft.activities.store.Holder;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * One attempt of an activity: who it is, until when it may send, and its sign of life.
 *
 * @param alive called between remote calls; throws what ends the attempt early
 */
public record Attempt(Holder holder, Instant deadline, Clock clock, Runnable alive) {
  /**
   * To be called before each remote call. Throws {@link PassException.OutOfTime} after the
   * deadline.
   */
  public void beforeSend() {
    alive.run();
    if (!clock.instant().isBefore(deadline)) {
      throw new PassException.OutOfTime();
    }
  }

  /**
   * Does this work, of which nothing goes out on this thread once the attempt is over: neither what
   * asked {@link #beforeSend} in time and then waited long for its turn.
   */
  <T> T sending(Supplier<T> work) {
    return AttemptDeadline.within(this::end, work);
  }

  /** Until when it may send, as things are now. */
  private Instant end() {
    try {
      alive.run();
      return deadline;
    } catch (RuntimeException e) {
      return Instant.MIN; // told to stop: whoever asks next hears why
    }
  }
}
