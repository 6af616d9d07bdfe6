package io.weft.bench;

import io.weft.sandbox.control.Delays;
import io.weft.stage.ProcessWorker;
import java.time.Duration;

/**
 * What a benchmark of a load is to do.
 *
 * @param records companies in each system
 * @param delays how slow both systems are
 * @param planOnly works out what a load would do, and writes nothing
 * @param disk has the sandbox keep rows and journal in files
 * @param heap the largest heap of the worker, in MB
 */
record BulkWishes(int records, Delays delays, boolean planOnly, boolean disk, int heap) {
  /** As it is typed. */
  String command() {
    return "bench bulk --records %d%s%s%s%s%s"
        .formatted(
            records,
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
