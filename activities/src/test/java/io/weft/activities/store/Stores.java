package io.weft.activities.store;

import io.weft.activities.store.memory.MemoryStores;
import io.weft.activities.store.sql.SqlStores;

/** The stores under test, and how to put them away. */
public record Stores(
    HintStore hints,
    LinkStore links,
    PassStore passes,
    ParkedStore parked,
    WaiterStore waiters,
    AuditStore audit,
    FeedStore feeds,
    FactStore facts,
    Runnable closing)
    implements AutoCloseable {

  public static Stores of(MemoryStores stores) {
    return new Stores(
        stores.hints(),
        stores.links(),
        stores.passes(),
        stores.parked(),
        stores.waiters(),
        stores.audit(),
        stores.feeds(),
        stores.facts(),
        () -> {});
  }

  public static Stores of(SqlStores stores, Runnable closing) {
    return new Stores(
        stores.hints(),
        stores.links(),
        stores.passes(),
        stores.parked(),
        stores.waiters(),
        stores.audit(),
        stores.feeds(),
        stores.facts(),
        closing);
  }

  @Override
  public void close() {
    closing.run();
  }
}
