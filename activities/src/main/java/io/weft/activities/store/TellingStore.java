package io.weft.activities.store;

import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import java.util.List;

/**
 * Writes that only show on a record how it stands, before it is linked: announced and audited as
 * every other, but without a claim, since nothing is compared with them. Thread-safe.
 */
public interface TellingStore {
  /**
   * Stores an intent before its request leaves. Safe to repeat with the same id.
   *
   * @param run the workflow run that sends it
   */
  void announce(Intent intent, String run);

  /** Those that were announced for a record and never closed: somebody was interrupted. */
  List<Intent> open(RecordRef target);

  /** Closes one; it becomes its audit row. Does nothing if it is closed, or was never announced. */
  void close(IntentResult result);

  /** Whether anything was ever told for this pair, linked or not. */
  boolean hasTold(PairId pair);
}
