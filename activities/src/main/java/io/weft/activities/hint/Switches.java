package io.weft.activities.hint;

import io.weft.activities.object.Mode;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;

/** What is switched on, object by object and legal entity by legal entity. Thread-safe. */
public interface Switches {
  /** What may be done with an object in a legal entity; OFF for a legal entity not configured. */
  Mode mode(SyncObjectName object, LegalEntity legalEntity);

  /** The legal entities that are configured, the leading one first. */
  List<LegalEntity> legalEntities();
}
