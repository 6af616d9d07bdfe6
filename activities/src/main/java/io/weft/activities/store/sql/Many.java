package io.weft.activities.store.sql;

import io.weft.activities.store.Each;
import io.weft.activities.store.StoreException;
import io.weft.workflows.record.PairId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Work on many pairs inside one transaction: their links locked first, then one after the other in
 * the one order that all transactions keep to, each behind a savepoint, so that one that is refused
 * leaves nothing behind and hurts nobody else.
 */
final class Many<I> {
  private static final String SAVEPOINT = "pair";

  private final List<I> items;
  private final TreeMap<String, List<I>> byPair = new TreeMap<>();
  private final Map<I, Integer> places = new IdentityHashMap<>();

  Many(List<I> items, Function<I, PairId> pair) {
    this.items = List.copyOf(items);
    for (I item : items) {
      places.put(item, places.size());
      byPair.computeIfAbsent(pair.apply(item).path(), path -> new ArrayList<>()).add(item);
    }
  }

  /** What became of each, in the order given. */
  <T> List<Each<T>> each(Wiring wiring, Handle handle, Function<I, T> work) {
    if (!items.isEmpty()) {
      wiring.dialect().lockLinks(handle, byPair.keySet());
    }
    Map<Integer, Each<T>> done = new TreeMap<>();
    byPair
        .values()
        .forEach(
            some ->
                some.forEach(item -> done.put(place(item), apart(handle, () -> work.apply(item)))));
    return List.copyOf(done.values());
  }

  private int place(I item) {
    return Objects.requireNonNull(places.get(item));
  }

  private static <T> Each<T> apart(Handle handle, Supplier<T> work) {
    handle.savepoint(SAVEPOINT);
    try {
      T result = work.get();
      handle.releaseSavepoint(SAVEPOINT);
      return new Each.Stored<>(result);
    } catch (StoreException e) {
      handle.rollbackToSavepoint(SAVEPOINT);
      return new Each.LeftOut<>(e);
    }
  }
}
