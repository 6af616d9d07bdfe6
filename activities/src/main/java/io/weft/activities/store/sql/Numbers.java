package io.weft.activities.store.sql;

import io.weft.activities.store.LinkStore.NumberRange;
import io.weft.workflows.record.PairId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Numbers of our own for new records: each pair's is kept before it is used (G2). */
final class Numbers {
  private final Database database;

  Numbers(Wiring wiring) {
    this.database = wiring.database();
  }

  /** The number kept for a pair, unless it is the refused one: then, or if none, the next. */
  String number(PairId pair, @Nullable String refused, NumberRange range) {
    Optional<Long> kept = database.read(handle -> kept(handle, pair));
    if (kept.isPresent() && !range.format(kept.get()).equals(refused)) {
      return range.format(kept.get());
    }
    return database.write(handle -> next(handle, pair, refused, range));
  }

  /** The numbers kept for these pairs; those that have none get the next ones, in this order. */
  List<String> all(List<PairId> pairs, NumberRange range) {
    return database.write(
        handle -> pairs.stream().map(pair -> next(handle, pair, null, range)).toList());
  }

  private static String next(
      Handle handle, PairId pair, @Nullable String refused, NumberRange range) {
    long last = lockRange(handle, range);
    Optional<Long> kept = kept(handle, pair); // a twin may have been first
    if (kept.isPresent() && !range.format(kept.get()).equals(refused)) {
      return range.format(kept.get());
    }
    long number = Math.max(last + 1, range.first());
    String formatted = range.format(number);
    keep(handle, pair, range, number);
    return formatted;
  }

  private static Optional<Long> kept(Handle handle, PairId pair) {
    return handle
        .createQuery("SELECT kept FROM number_kept WHERE pair = :pair")
        .bind("pair", pair.path())
        .mapTo(Long.class)
        .findOne();
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

  private static void keep(Handle handle, PairId pair, NumberRange range, long number) {
    handle
        .createUpdate("UPDATE number_range SET last_number = :number WHERE name = :name")
        .bind("number", number)
        .bind("name", range.name())
        .execute();
    handle
        .createUpdate(
            """
            INSERT INTO number_kept (pair, range_name, kept) VALUES (:pair, :name, :number)
            ON CONFLICT (pair) DO UPDATE SET range_name = excluded.range_name, kept = excluded.kept
            """)
        .bind("pair", pair.path())
        .bind("name", range.name())
        .bind("number", number)
        .execute();
  }
}
