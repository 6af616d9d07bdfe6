package io.weft.activities.store.sql;

import io.weft.activities.store.Each;
import io.weft.activities.store.StoreException;
import io.weft.workflows.record.PairId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /** Places in the order given, by the path of the pair. */
  private final TreeMap<String, List<Integer>> places = new TreeMap<>();

  Many(List<I> items, Function<I, PairId> pair) {
    this.items = List.copyOf(items);
    for (int place = 0; place < items.size(); place++) {
      String path = pair.apply(items.get(place)).path();
      places.computeIfAbsent(path, p -> new ArrayList<>()).add(place);
    }
  }

  /** What became of each, in the order given. */
  <T> List<Each<T>> each(Wiring wiring, Handle handle, Function<I, T> work) {
    if (!items.isEmpty()) {
      wiring.dialect().lockLinks(handle, places.keySet());
    }
    Map<Integer, Each<T>> done = new TreeMap<>();
    for (List<Integer> ofOnePair : places.values()) {
      for (int place : ofOnePair) {
        done.put(place, apart(handle, () -> work.apply(items.get(place))));
      }
    }
    return List.copyOf(done.values());
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
