package io.weft.activities.store;

import io.weft.workflows.record.RecordRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Who waits for whom. It makes waking quick and waiting visible; that nobody waits for ever is seen
 * to by the hints, which stay open. Thread-safe; every method is safe to repeat.
 */
public interface WaiterStore {
  /** Notes that a record waits; an earlier note of it, and its answer, stay if it is the same. */
  void add(Waiter waiter);

  /** What a record or pair waits for. */
  Optional<Waiter> find(String key);

  /** Notes that it no longer waits. */
  void remove(String key);

  /** Those that wait for a record, oldest first. */
  default List<Waiter> on(RecordRef blocker) {
    return onAny(List.of(blocker));
  }

  /** Those that wait for one of these records, oldest first. */
  List<Waiter> onAny(Collection<RecordRef> blockers);

  /** Tells those that wait for a record that it will not be linked. */
  void answer(RecordRef blocker, String why);

  /** All that wait, oldest first, for status. */
  List<Waiter> list(int limit);
}
