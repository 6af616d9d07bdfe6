package io.weft.activities.store.sql;

import io.weft.activities.store.LinkStore.NumberRange;
import io.weft.workflows.record.PairId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Numbers of our own for new records: each pair's is kept before it is used (G2). */
final class Numbers {
  private final Database database;

  Numbers(Wiring wiring) {
    this.database = wiring.database();
  }

  /** The number kept for a pair, unless it is the refused one: then, or if none, the next. */
  String number(PairId pair, @Nullable String refused, NumberRange range) {
    return all(List.of(pair), range, number -> !range.format(number).equals(refused)).get(0);
  }

  /** The numbers kept for these pairs; those that have none get the next ones, in this order. */
  List<String> all(List<PairId> pairs, NumberRange range) {
    return all(pairs, range, number -> true);
  }

  private List<String> all(List<PairId> pairs, NumberRange range, LongPredicate usable) {
    Map<String, Long> kept = database.read(handle -> kept(handle, pairs, usable));
    return kept.size() == new LinkedHashSet<>(pairs).size()
        ? formatted(pairs, kept, range)
        : database.write(handle -> formatted(pairs, next(handle, pairs, range, usable), range));
  }

  private static List<String> formatted(
      List<PairId> pairs, Map<String, Long> kept, NumberRange range) {
    return pairs.stream()
        .map(pair -> range.format(Objects.requireNonNull(kept.get(pair.path()))))
        .toList();
  }

  private Map<String, Long> next(
      Handle handle, List<PairId> pairs, NumberRange range, LongPredicate usable) {
    long number = Math.max(lockRange(handle, range), range.first() - 1);
    Map<String, Long> kept = kept(handle, pairs, usable); // a twin may have been first
    Map<String, Long> fresh = new LinkedHashMap<>();
    for (PairId pair : pairs) {
      if (!kept.containsKey(pair.path()) && !fresh.containsKey(pair.path())) {
        number++;
        var unused = range.format(number); // throws where the range is used up
        fresh.put(pair.path(), number);
      }
    }
    keep(handle, fresh, range, number);
    kept.putAll(fresh);
    return kept;
  }

  private Map<String, Long> kept(Handle handle, List<PairId> pairs, LongPredicate usable) {
    Map<String, Long> kept = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT pair, kept FROM number_kept WHERE " + database.dialect().among("pair", "pairs"))
        .bind("pairs", Batches.list(pairs.stream().map(PairId::path).toList()))
        .map((row, context) -> Map.entry(row.getString("pair"), row.getLong("kept")))
        .stream()
        .filter(one -> usable.test(one.getValue()))
        .forEach(one -> kept.put(one.getKey(), one.getValue()));
    return kept;
  }

  private static long lockRange(Handle handle, NumberRange range) {
    return handle
        .createQuery(
            """
            INSERT INTO number_range (name, last_number) VALUES (:name, 0)
            ON CONFLICT (name) DO UPDATE SET last_number = number_range.last_number
            RETURNING last_number
            """)
        .bind("name", range.name())
        .mapTo(Long.class)
        .one();
  }

  private static void keep(Handle handle, Map<String, Long> numbers, NumberRange range, long last) {
    handle
        .createUpdate("UPDATE number_range SET last_number = :number WHERE name = :name")
        .bind("number", last)
        .bind("name", range.name())
        .execute();
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO number_kept (pair, range_name, kept) VALUES (:pair, :name, :number)
            ON CONFLICT (pair) DO UPDATE SET range_name = excluded.range_name, kept = excluded.kept
            """);
    numbers.forEach(
        (pair, number) ->
            batch.bind("pair", pair).bind("name", range.name()).bind("number", number).add());
    Batches.run(batch);
  }
}
