package io.weft.activities.load;

import io.weft.activities.object.SyncObject;
import io.weft.activities.store.Load;
import io.weft.workflows.load.LoadChoices.Creation;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;

/** One load with what it works on. */
record Subject(Load load, Loadable loadable) {
  SyncObject object() {
    return loadable.object();
  }

  SyncObjectName name() {
    return load.id().object();
  }

  LegalEntity legalEntity() {
    return load.id().legalEntity();
  }

  /** Whether records may be made on that side. */
  boolean makes(Side side) {
    Creation creation = load.choices().creation();
    return creation == Creation.BOTH
        || creation == (side == Side.D365 ? Creation.TO_D365 : Creation.TO_CREATIO);
  }

  /** The record of that key. */
  RecordRef record(Side side, String key) {
    return side == Side.CREATIO
        ? RecordRef.creatio(name(), key)
        : RecordRef.d365(name(), legalEntity(), key);
  }

  /** The pair of an account. */
  PairId pair(String creatioId) {
    return new PairId(name(), legalEntity(), creatioId);
  }
}
