package io.weft.activities.store;

import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that waits for another one to be linked.
 *
 * @param record the Creatio or D365 record that waits
 * @param pair its pair, null while it is being introduced
 * @param blocker the record that comes first
 * @param legalEntity where the blocker has to be linked
 * @param answer why the blocker will not be linked, null while there is hope
 */
public record Waiter(
    RecordRef record,
    @Nullable PairId pair,
    RecordRef blocker,
    LegalEntity legalEntity,
    Instant since,
    @Nullable String answer) {
  /** What waits, as one key: its pair, or the record that is being introduced. */
  public String key() {
    return pair == null ? record.path() : pair.path();
  }
}
