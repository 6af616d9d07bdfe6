package io.weft.activities.pass;

import io.weft.activities.store.Holder;
import java.time.Clock;
import java.time.Instant;

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
}
