package io.weft.bench;

import io.weft.sandbox.control.Delays;
import io.weft.stage.Installation;
import io.weft.stage.ProcessWorker;
import java.time.Duration;

/**
 * What a benchmark of a load is to do.
 *
 * @param records companies in each system
 * @param delays how slow both systems are
 * @param atOnce requests to each system at once, at most
 * @param planOnly works out what a load would do, and writes nothing
 * @param disk has the sandbox keep rows and journal in files
 * @param heap the largest heap of the worker, in MB
 */
record BulkWishes(
    int records, Delays delays, int atOnce, boolean planOnly, boolean disk, int heap) {
  /** Requests to each system at once where nothing else is wished. */
  static final int AT_ONCE = 5;

  private static final int LARGEST_BATCH = 100;

  /** Twice what the longest request takes: a batch of as many records as either system takes. */
  Duration patience() {
    return Installation.Wishes.SHORT.plus(delays.write().multipliedBy(2L * LARGEST_BATCH));
  }

  /** As it is typed. */
  String command() {
    return "bench bulk --records %d%s%s%s%s%s%s"
        .formatted(
            records,
            atOnce == AT_ONCE ? "" : " --at-once " + atOnce,
            millis(" --latency-ms ", delays.answer()),
            millis(" --write-ms ", delays.write()),
            planOnly ? " --plan-only" : "",
            disk ? " --disk" : "",
            heap == ProcessWorker.HEAP ? "" : " --worker-heap " + heap);
  }

  private static String millis(String option, Duration delay) {
    return delay.isZero() ? "" : option + delay.toMillis();
  }
}
