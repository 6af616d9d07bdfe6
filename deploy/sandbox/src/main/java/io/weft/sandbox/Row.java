package io.weft.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of one record. Never changes: a write makes another version. Only values that differ
 * from their column's absent value are stored, so that 100,000 wide rows stay small.
 */
public final class Row {
  private final Table table;
  private final Map<String, Object> own;

  Row(Table table, Map<String, Object> own) {
    this.table = table;
    this.own = Collections.unmodifiableMap(own);
  }

  /** Returns the table this row belongs, or once belonged, to. */
  public Table table() {
    return table;
  }

  /** Returns the value of a column, its absent value where the row has none, null if unknown. */
  public @Nullable Object get(String column) {
    Object value = own.get(column);
    if (value != null) {
      return value;
    }
    Column known = table.columns().get(column);
    return known == null ? null : known.absent();
  }

  /** Returns a column as text, "" where it holds nothing. */
  public String text(String column) {
    Object value = get(column);
    return value == null ? "" : value.toString();
  }

  /** Returns the key under which the table files this row. */
  public String key() {
    return table.keyOf(own);
  }

  /** Returns the stored values only, in the order they were first written. */
  public Map<String, Object> own() {
    return own;
  }

  /** Returns every column with its value, in the table's order; values may be null. */
  public Map<String, @Nullable Object> all() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    table.columns().values().forEach(column -> all.put(column.name(), get(column.name())));
    return all;
  }

  Row with(Map<String, ? extends @Nullable Object> changes) {
    Map<String, Object> next = new LinkedHashMap<>(own);
    changes.forEach(
        (name, value) -> {
          Column column = table.columns().get(name);
          Object absent = column == null ? null : column.absent();
          if (value == null || value.equals(absent)) {
            next.remove(name);
          } else {
            next.put(name, value);
          }
        });
    return new Row(table, next);
  }

  @Override
  public String toString() {
    return table.name() + own;
  }
}
