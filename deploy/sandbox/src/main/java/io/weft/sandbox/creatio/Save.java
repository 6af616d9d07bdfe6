package io.weft.sandbox.creatio;

import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.Tx;
import io.weft.sandbox.Who;
import io.weft.sandbox.World;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One save with all it entails, in one transaction. Rows it touches are stamped with one time and
 * the caller's contact, side effects too; only the journal tells them apart.
 */
final class Save {
  private final World world;
  private final Tx tx;
  private final Caller caller;
  private final Notifier notifier;

  Save(World world, Tx tx, Caller caller, Notifier notifier) {
    this.world = world;
    this.tx = tx;
    this.caller = caller;
    this.notifier = notifier;
  }

  World world() {
    return world;
  }

  Caller caller() {
    return caller;
  }

  /** Returns the time that every row of this save is stamped with. */
  Instant stamp() {
    return tx.stamp();
  }

  Table table(String set) {
    return world.table(CreatioTenant.SYSTEM, set);
  }

  /** Returns the rows of a child set that belong to a parent. */
  List<Row> children(String set, String column, Row parent) {
    Object id = parent.get("Id");
    return id == null ? List.of() : table(set).equal(column, id);
  }

  Row insert(Table table, Map<String, ? extends @Nullable Object> values, boolean sideEffect) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("Id", world.newId());
    row.putAll(values);
    row.put("CreatedOn", tx.stamp());
    row.put("CreatedById", caller.contact());
    row.put("ModifiedOn", tx.stamp());
    row.put("ModifiedById", caller.contact());
    Row inserted = sideEffect ? tx.insertAsServer(table, row) : tx.insert(table, row);
    raise(inserted, "created");
    return inserted;
  }

  Row update(Row row, Map<String, ? extends @Nullable Object> changes, boolean sideEffect) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(changes);
    all.put("ModifiedOn", tx.stamp());
    all.put("ModifiedById", caller.contact());
    Row updated = sideEffect ? tx.updateAsServer(row, all) : tx.update(row, all);
    raise(updated, "updated");
    return updated;
  }

  void delete(Row row, boolean sideEffect) {
    tx.delete(row, "delete", sideEffect ? Who.SERVER : caller.name());
    raise(row, "deleted");
  }

  /** As a merge does it: past the entity layer, without an event and without a new author. */
  void repoint(Row row, Map<String, ? extends @Nullable Object> changes) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(changes);
    all.put("ModifiedOn", tx.stamp());
    tx.update(row, all, "merge", Who.SERVER);
  }

  /** As a merge does it: past the entity layer, without an event. */
  void vanish(Row row) {
    tx.delete(row, "merge", Who.SERVER);
  }

  private void raise(Row row, String operation) {
    tx.afterCommit(() -> notifier.saved(row, operation, tx.stamp()));
  }
}
