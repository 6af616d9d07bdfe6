package io.weft.sandbox.creatio;

import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges duplicates as the server does: the oldest survives and takes what it lacks from the
 * others; what pointed to them points to it; they vanish without an event.
 */
final class Merge {
  private final Save save;
  private final Table table;
  private final boolean history;

  Merge(Save save, Table table, boolean history) {
    this.save = save;
    this.table = table;
    this.history = history;
  }

  /** Returns the survivor. */
  Row of(List<String> ids) {
    List<Row> rows = new ArrayList<>();
    for (String id : ids) {
      Row row = table.find(id);
      if (row == null) {
        throw new IllegalArgumentException("no " + table.name() + " " + id);
      }
      rows.add(row);
    }
    if (rows.size() < 2) {
      throw new IllegalArgumentException("a merge needs two ids or more");
    }
    rows.sort(
        Comparator.comparing((Row row) -> row.get("CreatedOn"), Values.ORDER)
            .thenComparing(row -> row.get("Id"), Values.ORDER));
    return merge(rows.get(0), rows.subList(1, rows.size()));
  }

  private Row merge(Row survivor, List<Row> losers) {
    Map<String, @Nullable Object> gained = new LinkedHashMap<>();
    List<Object> gone = new ArrayList<>();
    for (Row loser : losers) {
      gone.add(loser.key());
      loser.own().forEach((name, value) -> gain(survivor, gained, name, value));
      Deletion.forEachReference(
          save, loser, (child, column) -> move(survivor, child, column.name(), gained));
      save.vanish(loser);
      remember(loser, survivor);
    }
    gone.add(survivor.key());
    gained.values().removeIf(value -> value != null && gone.contains(value.toString()));
    return save.update(survivor, gained, false);
  }

  private static void gain(
      Row survivor, Map<String, @Nullable Object> gained, String name, Object value) {
    if (!survivor.own().containsKey(name)) {
      gained.putIfAbsent(name, value);
    }
  }

  private void move(Row survivor, Row child, String column, Map<String, @Nullable Object> gained) {
    Row now = child.table().find(child.key());
    if (now == null) {
      return;
    }
    if (now.key().equals(survivor.key())) {
      gained.put(column, Ids.ZERO);
      return;
    }
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    changes.put(column, survivor.get("Id"));
    if (Boolean.TRUE.equals(now.get("Primary")) && hasPrimaryLike(survivor, now, column)) {
      changes.put("Primary", false);
    }
    save.repoint(now, changes);
  }

  private boolean hasPrimaryLike(Row survivor, Row child, String column) {
    return save.children(child.table().name(), column, survivor).stream()
        .anyMatch(
            row ->
                Boolean.TRUE.equals(row.get("Primary"))
                    && Values.same(
                        row.get("CommunicationTypeId"), child.get("CommunicationTypeId")));
  }

  private void remember(Row loser, Row survivor) {
    if (history) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("OldRecordId", loser.get("Id"));
      row.put("NewRecordId", survivor.get("Id"));
      row.put("SchemaTableName", table.name());
      save.insert(save.table("DuplicatesHistory"), row, true);
    }
  }
}
