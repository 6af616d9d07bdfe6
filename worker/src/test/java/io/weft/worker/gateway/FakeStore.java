package io.weft.worker.gateway;

import io.weft.activities.store.Disposition;
import io.weft.activities.store.HintCounts;
import io.weft.activities.store.HintStore;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.StoreException;
import io.weft.activities.store.StoredHint;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A store of hints in memory that can be away. */
final class FakeStore implements HintStore {
  private final List<Incoming> accepted = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean away;

  void goAway() {
    away = true;
  }

  void comeBack() {
    away = false;
  }

  List<Hint> hints() {
    return accepted.stream().map(Incoming::hint).toList();
  }

  @Override
  public List<StoredHint> accept(List<Incoming> hints) {
    if (away) {
      throw new StoreException.Unavailable("disk full", new IllegalStateException());
    }
    List<StoredHint> stored = new ArrayList<>();
    synchronized (accepted) {
      for (Incoming hint : hints) {
        accepted.add(hint);
        stored.add(
            new StoredHint(accepted.size(), hint.hint(), List.of(), hint.filtered() == null));
      }
    }
    return stored;
  }

  @Override
  public void delivered(StoredHint hint) {}

  @Override
  public List<StoredHint> waiting(Instant toldBefore, int limit) {
    return List.of();
  }

  @Override
  public List<PairId> abandonedIntents(Instant before, int limit) {
    return List.of();
  }

  @Override
  public List<PairId> introduced(RecordRef record) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void closeIntroduction(RecordRef record, Disposition as, String why) {
    throw new UnsupportedOperationException();
  }

  @Override
  public HintCounts counts() {
    long all = accepted.size();
    return new HintCounts(all, 0, 0, 0, 0, 0, 0, all);
  }
}
