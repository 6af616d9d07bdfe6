package io.weft.stage;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Looks again and again, for a bounded time. */
public final class Await {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private Await() {}

  /**
   * Returns the first thing that a look finds.
   *
   * @param what the end of "not seen within 30 s: ..."
   * @throws NotSeen if nothing was found in time
   */
  public static <T> T seen(Duration atMost, String what, Supplier<Optional<T>> look) {
    long end = System.nanoTime() + atMost.toNanos();
    while (true) {
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
        throw new NotSeen("not seen within " + atMost.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  /** Returns when it is true; throws like {@link #seen}. */
  public static void until(Duration atMost, String what, Supplier<Boolean> look) {
    var unused = seen(atMost, what, () -> look.get() ? Optional.of(true) : Optional.empty());
  }
}
