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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A store of hints in memory that can be away. */
final class FakeStore implements HintStore {
  private final List<Incoming> accepted = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch caller = new CountDownLatch(1);
  private CountDownLatch gate = new CountDownLatch(0);
  private volatile boolean away;

  void goAway() {
    away = true;
  }

  void comeBack() {
    away = false;
  }

  void clear() {
    accepted.clear();
  }

  /** Makes calls wait until the returned latch is counted down. */
  CountDownLatch holdBack() {
    gate = new CountDownLatch(1);
    return gate;
  }

  /** Returns once somebody is waiting to store. */
  void awaitCaller() {
    await(caller);
  }

  List<Hint> hints() {
    return accepted.stream().map(Incoming::hint).toList();
  }

  @Override
  public List<StoredHint> accept(List<Incoming> hints) {
    if (away) {
      throw new StoreException.Unavailable("disk full", new IllegalStateException());
    }
    caller.countDown();
    await(gate);
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

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody came");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void delivered(StoredHint hint) {}

  @Override
  public List<StoredHint> waiting(Instant toldBefore, int limit) {
    return List.of();
  }

  @Override
  public List<PairId> unfinished(Instant before, int limit) {
    return List.of();
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
    long all = accepted.size();
    return new HintCounts(all, 0, 0, 0, 0, 0, 0, all);
  }
}
