package io.weft.activities.desk;

import io.weft.activities.store.HintCounts;

/** The sums of the ledger (G1). */
final class Ledger {
  private Ledger() {}

  /** Hints that ended in no known way; 0 as long as nothing vanishes. */
  static long lost(HintCounts counts) {
    return counts.accepted()
        - counts.applied()
        - counts.equal()
        - counts.superseded()
        - counts.filtered()
        - counts.discarded()
        - counts.parked()
        - counts.inFlight();
  }

  /** In words. */
  static String words(HintCounts counts) {
    return counts.accepted()
        + " accepted: "
        + counts.applied()
        + " applied, "
        + counts.equal()
        + " already equal, "
        + counts.superseded()
        + " superseded, "
        + counts.filtered()
        + " filtered, "
        + counts.discarded()
        + " discarded, "
        + counts.parked()
        + " parked, "
        + counts.inFlight()
        + " in flight";
  }
}
