package io.weft.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A transaction on one tenant, valid only inside {@link World#write}. All writes happen or none: an
 * exception that leaves the work undoes them. Values of null, or equal to a column's absent value,
 * are stored as nothing.
 */
public final class Tx {
  private final Who who;
  private final Instant stamp;
  private final Instant time;
  private final List<Runnable> undo = new ArrayList<>();
  private final List<JournalEntry> entries = new ArrayList<>();
  private final List<Runnable> afterwards = new ArrayList<>();

  Tx(Who who, Instant stamp, Instant time) {
    this.who = who;
    this.stamp = stamp;
    this.time = time;
  }

  /** Returns on whose behalf this transaction writes. */
  public Who who() {
    return who;
  }

  /** Returns the server's time of this save, in milliseconds; all its rows share it. */
  public Instant stamp() {
    return stamp;
  }

  /** Adds a row. The caller has checked its key: an existing row would be replaced. */
  public Row insert(Table table, Map<String, ? extends @Nullable Object> values) {
    return insert(table, values, who.client());
  }

  /** Adds a row as a side effect of the server. */
  public Row insertAsServer(Table table, Map<String, ? extends @Nullable Object> values) {
    return insert(table, values, Who.SERVER);
  }

  /** Changes columns of a row and returns the new version; journals what really differs. */
  public Row update(Row row, Map<String, ? extends @Nullable Object> changes) {
    return update(row, changes, "update", who.client());
  }

  /** Changes columns of a row as a side effect of the server. */
  public Row updateAsServer(Row row, Map<String, ? extends @Nullable Object> changes) {
    return update(row, changes, "update", Who.SERVER);
  }

  /** As {@link #updateAsServer(Row, Map)}; the journal shows the cause in place of a request. */
  public Row updateAsServer(
      Row row, Map<String, ? extends @Nullable Object> changes, String cause) {
    return update(row, changes, "update", new Who(Who.SERVER, cause));
  }

  /** Changes columns of a row under another operation's name, such as {@code merge}. */
  public Row update(
      Row row, Map<String, ? extends @Nullable Object> changes, String operation, String client) {
    return update(row, changes, operation, new Who(client, who.requestId()));
  }

  private Row update(
      Row row, Map<String, ? extends @Nullable Object> changes, String operation, Who writer) {
    Row after = row.with(changes);
    row.table().replace(row, after);
    undo.add(() -> row.table().replace(after, row));
    Map<String, @Nullable Object> old = new LinkedHashMap<>();
    Map<String, @Nullable Object> now = new LinkedHashMap<>();
    for (String column : changes.keySet()) {
      if (!Values.same(row.get(column), after.get(column)) || differs(row, after, column)) {
        old.put(column, row.get(column));
        now.put(column, after.get(column));
      }
    }
    note(operation, writer, row, old, now);
    return after;
  }

  /** Removes a row. */
  public void delete(Row row) {
    delete(row, "delete", who.client());
  }

  /** Removes a row under another operation's name or another client's. */
  public void delete(Row row, String operation, String client) {
    row.table().drop(row.key());
    undo.add(() -> row.table().put(row));
    note(operation, new Who(client, who.requestId()), row, row.own(), Map.of());
  }

  /** Runs something once this transaction is committed and its lock is free. */
  public void afterCommit(Runnable work) {
    afterwards.add(work);
  }

  List<JournalEntry> entries() {
    return entries;
  }

  void runAfterwards() {
    afterwards.forEach(Runnable::run);
  }

  void rollBack() {
    for (int i = undo.size() - 1; i >= 0; i--) {
      undo.get(i).run();
    }
  }

  private Row insert(Table table, Map<String, ? extends @Nullable Object> values, String client) {
    Row row = table.row(values);
    table.put(row);
    undo.add(() -> table.drop(row.key()));
    note("create", new Who(client, who.requestId()), row, Map.of(), row.own());
    return row;
  }

  private static boolean differs(Row before, Row after, String column) {
    Object old = before.get(column);
    return old instanceof String && !old.equals(after.get(column));
  }

  private void note(
      String operation,
      Who writer,
      Row row,
      Map<String, ? extends @Nullable Object> before,
      Map<String, ? extends @Nullable Object> after) {
    Table table = row.table();
    entries.add(
        new JournalEntry(
            0,
            time,
            table.system(),
            writer.client(),
            operation,
            table.name(),
            row.key(),
            shown(before),
            shown(after),
            writer.requestId()));
  }

  /** Values that a tenant hides from its clients begin with a dollar sign. */
  private static Map<String, ? extends @Nullable Object> shown(
      Map<String, ? extends @Nullable Object> values) {
    if (values.keySet().stream().noneMatch(name -> name.startsWith("$"))) {
      return values;
    }
    Map<String, @Nullable Object> shown = new LinkedHashMap<>(values);
    shown.keySet().removeIf(name -> name.startsWith("$"));
    return shown;
  }
}
