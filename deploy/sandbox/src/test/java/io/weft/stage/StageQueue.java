package io.weft.stage;

import io.weft.activities.hint.Runs;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.StoredHint;
import io.weft.activities.store.sql.SqlStores;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a stage has been told and not worked on: records to introduce and pairs to reconcile. */
final class StageQueue implements Runs {
  private final SqlStores stores;
  private final Set<RecordRef> newcomers = new LinkedHashSet<>();
  private final Set<PairId> pairs = new LinkedHashSet<>();

  StageQueue(SqlStores stores) {
    this.stores = stores;
  }

  @Override
  public void changed(PairId pair, Hint hint) {
    add(pair);
  }

  @Override
  public void introduce(Hint hint) {
    add(hint.record());
  }

  void add(RecordRef newcomer) {
    newcomers.add(newcomer);
  }

  void add(PairId pair) {
    pairs.add(pair);
  }

  /** Stores hints and tells the runs concerned; records held back for a load wait. */
  void tell(List<Hint> hints) {
    for (StoredHint stored : stores.hints().accept(hints.stream().map(Incoming::of).toList())) {
      pairs.addAll(stored.pairs());
      RecordRef record = stored.hint().record();
      if (stored.unknown() && stores.loads().holdsBack(record.object(), record.legalEntity())) {
        continue; // untold: the backlog tells it once the load is closed
      }
      deliver(stored);
    }
  }

  /** Tells what the store holds untold, as the backlog does. */
  void backlog() {
    for (StoredHint stored : stores.hints().waiting(Instant.EPOCH, 1000)) {
      pairs.addAll(stored.pairs());
      deliver(stored);
    }
  }

  private void deliver(StoredHint stored) {
    if (stored.unknown()) {
      newcomers.add(stored.hint().record());
    }
    stores.hints().delivered(stored);
  }

  boolean isEmpty() {
    return newcomers.isEmpty() && pairs.isEmpty();
  }

  /** Takes the next record to introduce. */
  Optional<RecordRef> newcomer() {
    return next(newcomers);
  }

  /** Takes the next pair to reconcile. */
  Optional<PairId> pair() {
    return next(pairs);
  }

  private static <T> Optional<T> next(Set<T> all) {
    Optional<T> next = all.stream().findFirst();
    next.ifPresent(all::remove);
    return next;
  }

  @Override
  public String toString() {
    return newcomers + " and " + pairs;
  }
}
