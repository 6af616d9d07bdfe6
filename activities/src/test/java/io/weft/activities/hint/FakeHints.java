package io.weft.activities.hint;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A store of hints that remembers what it was told. */
final class FakeHints implements HintStore {
  final List<Incoming> accepted = Collections.synchronizedList(new ArrayList<>());
  final List<Long> delivered = Collections.synchronizedList(new ArrayList<>());
  final List<StoredHint> waiting = new ArrayList<>();
  final List<PairId> abandoned = new ArrayList<>();
  final List<Integer> transactions = Collections.synchronizedList(new ArrayList<>());
  final List<Integer> limits = new ArrayList<>();
  private final Map<RecordRef, List<PairId>> links = new LinkedHashMap<>();
  private volatile RuntimeException failure;
  private Instant toldBefore;

  void link(RecordRef record, PairId... pairs) {
    links.put(record, List.of(pairs));
  }

  /** Every call fails from now on; null: none does. */
  void failWith(RuntimeException e) {
    failure = e;
  }

  static StoreException.Unavailable away() {
    return new StoreException.Unavailable("away", new IllegalStateException());
  }

  Instant toldBefore() {
    return toldBefore;
  }

  @Override
  public synchronized List<StoredHint> accept(List<Incoming> hints) {
    failIfTold();
    transactions.add(hints.size());
    List<StoredHint> stored = new ArrayList<>();
    for (Incoming hint : hints) {
      accepted.add(hint);
      boolean open = hint.filtered() == null;
      List<PairId> pairs = links.getOrDefault(hint.hint().record(), List.of());
      stored.add(
          new StoredHint(
              accepted.size(), hint.hint(), open ? pairs : List.of(), open && pairs.isEmpty()));
    }
    return stored;
  }

  @Override
  public void delivered(StoredHint hint) {
    failIfTold();
    delivered.add(hint.id());
    waiting.removeIf(w -> w.id() == hint.id());
  }

  @Override
  public List<StoredHint> waiting(Instant before, int limit) {
    failIfTold();
    toldBefore = before;
    limits.add(limit);
    return waiting.stream().limit(limit).toList();
  }

  @Override
  public List<PairId> unfinished(Instant before, int limit) {
    failIfTold();
    return abandoned.stream().limit(limit).toList();
  }

  /** A waiting hint of a pair. */
  void waits(long id, Hint hint, PairId... pairs) {
    waiting.add(new StoredHint(id, hint, List.of(pairs), pairs.length == 0));
  }

  private void failIfTold() {
    RuntimeException e = failure;
    if (e != null) {
      throw e;
    }
  }

  @Override
  public List<PairId> introduced(RecordRef record) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void takenOver(List<RecordRef> records) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void closeIntroduction(RecordRef record, Disposition as, String why) {
    throw new UnsupportedOperationException();
  }

  @Override
  public HintCounts counts() {
    throw new UnsupportedOperationException();
  }
}
