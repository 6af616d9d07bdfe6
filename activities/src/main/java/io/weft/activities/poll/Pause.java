package io.weft.activities.poll;

import java.time.Duration;

/** Waiting, injected so that tests do not. */
@FunctionalInterface
public interface Pause {
  /** Waits; throws InterruptedException when the worker wants its thread back. */
  void pause(Duration time) throws InterruptedException;
}
