package io.weft.activities.simulation;

import io.weft.activities.store.Disposition;
import io.weft.activities.store.HintCounts;
import io.weft.activities.store.HintStore;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.StoredHint;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import java.time.Instant;
import java.util.List;

/** A hint store that does what the one behind it does; mutations override what they break. */
class ForwardingHints implements HintStore {
  final HintStore store;

  ForwardingHints(HintStore store) {
    this.store = store;
  }

  @Override
  public List<StoredHint> accept(List<Incoming> hints) {
    return store.accept(hints);
  }

  @Override
  public void delivered(StoredHint hint) {
    store.delivered(hint);
  }

  @Override
  public List<StoredHint> waiting(Instant toldBefore, int limit) {
    return store.waiting(toldBefore, limit);
  }

  @Override
  public List<PairId> unfinished(Instant before, int limit) {
    return store.unfinished(before, limit);
  }

  @Override
  public List<PairId> introduced(RecordRef record) {
    return store.introduced(record);
  }

  @Override
  public void takenOver(List<RecordRef> records) {
    store.takenOver(records);
  }

  @Override
  public void closeIntroduction(RecordRef record, Disposition as, String why) {
    store.closeIntroduction(record, as, why);
  }

  @Override
  public HintCounts counts() {
    return store.counts();
  }
}
