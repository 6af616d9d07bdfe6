package io.weft.activities.store.sql;

import io.weft.activities.store.Disposition;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * What one transaction adds to the running totals of hints, so that counting them never walks
 * through those that have ended. Written once, last and in one order, so that transactions never
 * wait in a ring.
 */
final class Ledger {
  static final String ACCEPTED = "ACCEPTED";
  private static final int SHARDS = 16;

  private final Map<String, Long> amounts = new TreeMap<>();

  void accepted() {
    amounts.merge(ACCEPTED, 1L, Long::sum);
  }

  void ended(Disposition as) {
    amounts.merge(as.name(), 1L, Long::sum);
  }

  void write(Handle handle) {
    int shard = Math.floorMod(Thread.currentThread().hashCode(), SHARDS);
    amounts.forEach((name, amount) -> write(handle, name, shard, amount));
  }

  private static void write(Handle handle, String name, int shard, long amount) {
    handle
        .createUpdate(
            """
            INSERT INTO ledger (name, shard, amount) VALUES (:name, :shard, :amount)
            ON CONFLICT (name, shard) DO UPDATE SET amount = ledger.amount + excluded.amount
            """)
        .bind("name", name)
        .bind("shard", shard)
        .bind("amount", amount)
        .execute();
  }
}
