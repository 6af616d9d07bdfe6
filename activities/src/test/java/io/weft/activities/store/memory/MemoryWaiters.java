package io.weft.activities.store.memory;

import io.weft.activities.store.Waiter;
import io.weft.activities.store.WaiterStore;
import io.weft.workflows.record.RecordRef;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class MemoryWaiters implements WaiterStore {
  private final Map<String, Waiter> waiting = new LinkedHashMap<>();

  @Override
  public synchronized void add(Waiter waiter) {
    Waiter before = waiting.get(waiter.key());
    boolean same =
        before != null
            && before.blocker().equals(waiter.blocker())
            && before.legalEntity().equals(waiter.legalEntity());
    if (!same) {
      waiting.put(waiter.key(), waiter);
    }
  }

  @Override
  public synchronized Optional<Waiter> find(String key) {
    return Optional.ofNullable(waiting.get(key));
  }

  @Override
  public synchronized void remove(String key) {
    waiting.remove(key);
  }

  @Override
  public synchronized List<Waiter> onAny(Collection<RecordRef> blockers) {
    return waiting.values().stream().filter(w -> blockers.contains(w.blocker())).toList();
  }

  @Override
  public synchronized void answer(RecordRef blocker, String why) {
    waiting.replaceAll(
        (key, w) ->
            w.blocker().equals(blocker)
                ? new Waiter(w.record(), w.pair(), w.blocker(), w.legalEntity(), w.since(), why)
                : w);
  }

  @Override
  public synchronized List<Waiter> list(int limit) {
    return waiting.values().stream().limit(limit).toList();
  }
}
