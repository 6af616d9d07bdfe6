package io.weft.worker;

import io.weft.activities.hint.Holds;
import io.weft.activities.load.Echoes;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.SyncObjectName;
import org.jspecify.annotations.Nullable;

/** What waits for loads: new records while one is open, events that one sees to while at work. */
record LoadHolds(Holds newRecords, Echoes echoes) implements Holds {
  @Override
  public boolean holdsBack(SyncObjectName object, @Nullable LegalEntity legalEntity) {
    return newRecords.holdsBack(object, legalEntity);
  }

  @Override
  public boolean holdsBack(PairId pair, Hint hint) {
    return echoes.keeps(pair, hint);
  }
}
