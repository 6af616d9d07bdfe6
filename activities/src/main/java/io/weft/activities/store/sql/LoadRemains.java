package io.weft.activities.store.sql;

import io.weft.activities.store.Load;
import io.weft.activities.store.LoadRecordStore;
import io.weft.workflows.record.Side;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * What a load has read and nobody needs once it is over. It may be millions of rows, so it goes
 * away in portions: live work writes to the same store in between.
 */
final class LoadRemains {
  private static final long AT_ONCE = 5000;

  private final Database database;
  private final Load load;

  LoadRemains(Database database, Load load) {
    this.database = database;
    this.load = load;
  }

  /** Forgets contents and hashes; a plan's digests stay: a load is compared with them. */
  void forget() {
    for (int slice = 0; slice < LoadRecordStore.SLICES; slice++) {
      forget(slice);
    }
    for (Side side : Side.values()) {
      portions(side, after -> forget(side, after));
    }
    portions(Side.D365, this::forgetFindings);
  }

  private void portions(Side side, LongConsumer forget) {
    long last = database.read(handle -> LoadRows.last(handle, load, side));
    for (long after = 0; after < last; after += AT_ONCE) {
      forget.accept(after);
    }
  }

  private void forget(int slice) {
    database.change(
        handle -> {
          for (Side side : Side.values()) {
            new LoadHashes(handle, load, side).forget(slice);
          }
        });
  }

  private void forget(Side side, long after) {
    database.change(
        handle ->
            portion(
                    handle,
                    "UPDATE load_record SET contents = NULL WHERE load_id = :load AND side = :side"
                        + " AND sequence > :after AND sequence <= :to",
                    after)
                .bind("side", LoadRows.side(side))
                .execute());
  }

  private void forgetFindings(long after) {
    database.change(
        handle ->
            portion(
                    handle,
                    "DELETE FROM load_finding WHERE load_id = :load AND d365 > :after AND d365 <= :to",
                    after)
                .execute());
  }

  private Update portion(Handle handle, String change, long after) {
    return handle
        .createUpdate(change)
        .bind("load", load.key())
        .bind("after", after)
        .bind("to", after + AT_ONCE);
  }
}
