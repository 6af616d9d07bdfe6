package io.weft.activities.store;

import java.util.function.Supplier;

/**
 * Work that nobody waits for, such as a load. Where transactions wait for their turn, those of
 * others go before its own: live work passes bulk in the store as it does at the governor.
 */
public final class Bulk {
  private static final ThreadLocal<Boolean> UNDER_WAY = ThreadLocal.withInitial(() -> false);

  private Bulk() {}

  /** Does this as bulk work, in the caller's thread. */
  public static <T> T work(Supplier<T> work) {
    boolean before = UNDER_WAY.get();
    UNDER_WAY.set(true);
    try {
      return work.get();
    } finally {
      UNDER_WAY.set(before);
    }
  }

  /** The same for work without a result. */
  public static void run(Runnable work) {
    var unused =
        work(
            () -> {
              work.run();
              return true;
            });
  }

  /** Whether the caller's thread is at bulk work. */
  public static boolean isUnderWay() {
    return UNDER_WAY.get();
  }
}
