package io.weft.bench;

import io.weft.workflows.load.LoadActivities.Ending;
import io.weft.workflows.load.LoadCount;
import io.weft.workflows.load.LoadSummary;
import java.time.Duration;

/**
 * What was measured of a load.
 *
 * @param took from the start of the load to its verdict
 * @param cpu of the worker
 * @param sandboxCpu of sandbox and driver, which are one process
 * @param edits of people meanwhile
 */
record BulkFigures(
    LoadSummary summary,
    Duration took,
    Duration cpu,
    Duration sandboxCpu,
    HeapWatch heap,
    Histories histories,
    Doubles doubles,
    Written written,
    Arrivals edits) {

  /** Records of both systems. */
  long records() {
    return summary.count(LoadCount.SCANNED_CREATIO) + summary.count(LoadCount.SCANNED_D365);
  }

  /** Pairs that were linked, or that a plan would link; at least one, to divide by. */
  long pairs() {
    long planned =
        summary.count(LoadCount.TO_LINK)
            + summary.count(LoadCount.TO_CREATE_IN_CREATIO)
            + summary.count(LoadCount.TO_CREATE_IN_D365);
    return Math.max(1, summary.planOnly() ? planned : summary.count(LoadCount.LINKED));
  }

  double seconds() {
    return took.toMillis() / 1000.0;
  }

  /** Whether it is complete, explained and without doubles; and a plan without writes. */
  boolean right() {
    return doubles.doubled() == 0
        && summary.count(LoadCount.UNEXPLAINED) == 0
        && summary.ending() == Ending.COMPLETED
        && !(summary.planOnly() && doubles.made() > 0);
  }
}
