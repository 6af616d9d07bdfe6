package io.weft.bench;

import io.weft.stage.ProcessWorker;

/**
 * What a benchmark of a load is to do.
 *
 * @param records companies in each system
 * @param planOnly works out what a load would do, and writes nothing
 * @param disk has the sandbox keep rows and journal in files
 * @param heap the largest heap of the worker, in MB
 */
record BulkWishes(int records, boolean planOnly, boolean disk, int heap) {
  /** As it is typed. */
  String command() {
    return "bench bulk --records %d%s%s%s"
        .formatted(
            records,
            planOnly ? " --plan-only" : "",
            disk ? " --disk" : "",
            heap == ProcessWorker.HEAP ? "" : " --worker-heap " + heap);
  }
}
