package io.weft.activities.hint;

import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Which new records wait: while a load of their object is open it sees to them, and what it leaves
 * is told once it is closed. Thread-safe.
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

  /** Nobody waits. */
  static Holds nobody() {
    return (object, legalEntity) -> false;
  }
}
