package io.weft.activities.store.sql;

import io.weft.activities.store.Load;
import io.weft.activities.store.LoadRecordStore;
import io.weft.activities.store.LoadRecordStore.Scanned;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Hashes of scanned records, inside transactions of others. A page of them belongs all over the
 * table that they are looked for in, which with millions is more to write than the records are. So
 * they are put down by slices as they come, and slice by slice where they belong.
 */
final class LoadHashes {
  /** The hashes of a slice begin with the same bits. */
  private static final int SHIFT = Long.numberOfLeadingZeros(LoadRecordStore.SLICES - 1L);

  private static final String SCANNED =
      """
      INSERT INTO load_scanned_key (load_id, side, slice, sequence, hash)
      VALUES (:load, :side, :slice, :sequence, :hash)
      """;
  private static final String SLICE = " WHERE load_id = :load AND side = :side AND slice = :slice";
  private static final String RANGE =
      " WHERE load_id = :load AND side = :side AND hash BETWEEN :first AND :last";

  private final Handle handle;
  private final Load load;
  private final Side side;

  /** Those of one side. */
  LoadHashes(Handle handle, Load load, Side side) {
    this.handle = handle;
    this.load = load;
    this.side = side;
  }

  /** Puts down what was scanned, by place in the scan. */
  void scanned(Map<Long, Scanned> page) {
    PreparedBatch batch = handle.prepareBatch(SCANNED);
    page.forEach(
        (sequence, one) ->
            new LinkedHashSet<>(one.hashes()).forEach(hash -> add(batch, sequence, hash)));
    Batches.run(batch);
  }

  private void add(PreparedBatch batch, long sequence, long hash) {
    ours(batch).bind("slice", hash >> SHIFT).bind("sequence", sequence).bind("hash", hash).add();
  }

  /** Puts a slice where it is looked for. */
  void gather(int number) {
    ours(handle.createUpdate(
            """
                INSERT INTO load_hash (load_id, side, hash, sequence)
                SELECT load_id, side, hash, sequence FROM load_scanned_key
                """
                + SLICE
                + " ORDER BY hash, sequence ON CONFLICT DO NOTHING"))
        .bind("slice", slice(number))
        .execute();
    forgetScanned(number);
  }

  /** Notes which hashes of a slice more records share than that. */
  void crowds(int number, int most) {
    ranged(
            handle.createUpdate(
                "INSERT INTO load_crowd (load_id, side, hash) SELECT load_id, side, hash FROM load_hash"
                    + RANGE
                    + " GROUP BY load_id, side, hash HAVING COUNT(*) > :most ON CONFLICT DO NOTHING"),
            number)
        .bind("most", most)
        .execute();
  }

  /** Deletes a slice, wherever it is. */
  void forget(int number) {
    forgetScanned(number);
    ranged(handle.createUpdate("DELETE FROM load_hash" + RANGE), number).execute();
    ranged(handle.createUpdate("DELETE FROM load_crowd" + RANGE), number).execute();
  }

  private void forgetScanned(int number) {
    ours(handle.createUpdate("DELETE FROM load_scanned_key" + SLICE))
        .bind("slice", slice(number))
        .execute();
  }

  /** Places in the scan by hash, crowds left out. */
  Map<Long, List<Long>> sharing(Dialect dialect, Collection<Long> hashes) {
    Map<Long, List<Long>> found = new LinkedHashMap<>();
    ours(handle.createQuery(
            "SELECT hash, sequence FROM load_hash k WHERE load_id = :load AND side = :side AND "
                + dialect.amongNumbers("hash", "hashes")
                + " AND NOT EXISTS (SELECT 1 FROM load_crowd c WHERE c.load_id = k.load_id"
                + " AND c.side = k.side AND c.hash = k.hash) ORDER BY hash, sequence"))
        .bind("hashes", Batches.list(hashes))
        .map((row, context) -> Map.entry(row.getLong("hash"), row.getLong("sequence")))
        .forEach(
            one ->
                found.computeIfAbsent(one.getKey(), hash -> new ArrayList<>()).add(one.getValue()));
    return found;
  }

  private <S extends SqlStatement<S>> S ours(S statement) {
    return statement.bind("load", load.key()).bind("side", LoadRows.side(side));
  }

  private <S extends SqlStatement<S>> S ranged(S statement, int number) {
    long first = slice(number) << SHIFT;
    return ours(statement).bind("first", first).bind("last", first + ((1L << SHIFT) - 1));
  }

  /** The first bits of a slice's hashes, negative ones first, as the hashes are ordered. */
  private static long slice(int number) {
    return (long) number - LoadRecordStore.SLICES / 2;
  }
}
