package io.weft.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Acts of people at steady rates that do not wait for anybody. */
final class Pace {
  private static final int PEOPLE = 8;

  private Pace() {}

  /**
   * So many acts, so many a second.
   *
   * @param act given the number of the act, from 0
   */
  record Beat(int rate, int count, IntConsumer act) {}

  /** How many acts a time has room for. */
  static int count(int rate, Duration time) {
    return (int) (rate * time.toMillis() / 1000);
  }

  /**
   * Does all acts, those of several beats side by side, and returns after the last.
   *
   * @throws IllegalStateException if the sandbox refused one
   */
  static void keep(List<Beat> beats) {
    ScheduledExecutorService people = Executors.newScheduledThreadPool(PEOPLE);
    try {
      List<ScheduledFuture<?>> acts = new ArrayList<>();
      for (Beat beat : beats) {
        for (int i = 0; i < beat.count(); i++) {
          int number = i;
          long at = i * TimeUnit.SECONDS.toMicros(1) / beat.rate();
          acts.add(people.schedule(() -> beat.act().accept(number), at, TimeUnit.MICROSECONDS));
        }
      }
      awaitAll(acts);
    } finally {
      people.shutdownNow();
    }
  }

  private static void awaitAll(List<ScheduledFuture<?>> acts) {
    try {
      for (ScheduledFuture<?> act : acts) {
        act.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("an edit was refused: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while editing", e);
    }
  }
}
