package io.weft.activities.object;

import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.util.Optional;

/** All plugs of an installation. */
public interface SyncObjects {
  /** The plug of an object in a legal entity; throws IllegalArgumentException if it has none. */
  SyncObject of(SyncObjectName object, LegalEntity legalEntity);

  /** The plug that reads and routes a newcomer, whose legal entity may not be known yet. */
  SyncObject arriving(RecordRef record);

  /** The plug for a document's lines, planned after its head; empty for a single record. */
  default Optional<SyncObject> lines(SyncObjectName object, LegalEntity legalEntity) {
    return Optional.empty();
  }

  /** The plug of a pair. */
  default SyncObject of(PairId pair) {
    return of(pair.object(), pair.legalEntity());
  }
}
