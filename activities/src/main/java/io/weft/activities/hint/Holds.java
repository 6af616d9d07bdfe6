package io.weft.activities.hint;

import io.weft.workflows.pass.Hint;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.SyncObjectName;
import org.jspecify.annotations.Nullable;

/**
 * What waits: new records, while a load of their object is open, which sees to them; what it leaves
 * is told once it is closed. And hints of linked ones that a load is about to cover. Thread-safe.
 */
@FunctionalInterface
public interface Holds {
  /**
   * Whether a record that is not linked waits.
   *
   * @param legalEntity null for a record of Creatio, which belongs to none yet
   * @throws io.weft.activities.store.StoreException if the store does not answer
   */
  boolean holdsBack(SyncObjectName object, @Nullable LegalEntity legalEntity);

  /** Whether the hint of a linked record waits; if nothing covers it soon, this is asked again. */
  default boolean holdsBack(PairId pair, Hint hint) {
    return false;
  }

  /** Nobody waits. */
  static Holds nobody() {
    return (object, legalEntity) -> false;
  }
}
