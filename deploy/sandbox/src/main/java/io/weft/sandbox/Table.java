package io.weft.sandbox;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A set of rows with its columns, key and indexes. Read inside {@link World#read}, written only
 * through a {@link Tx}. Keys ignore case, as both vendors' databases do.
 */
public final class Table {
  private final String system;
  private final String name;
  private final List<String> keyColumns;
  private final Map<String, Index> hashed = new LinkedHashMap<>();
  private final Map<String, Index> sorted = new LinkedHashMap<>();
  private volatile Map<String, Column> columns = Collections.emptyMap();
  private Rows rows = new MemoryRows();

  /** Makes an empty table; columns and indexes are added before the first row. */
  public Table(String system, String name, List<String> keyColumns) {
    this.system = system;
    this.name = name;
    this.keyColumns = List.copyOf(keyColumns);
  }

  /** Returns the tenant: {@code creatio} or {@code d365}. */
  public String system() {
    return system;
  }

  /** Returns the name of the set. */
  public String name() {
    return name;
  }

  /** Returns the names of the key's columns, in order. */
  public List<String> keyColumns() {
    return keyColumns;
  }

  /** Returns the columns by name, in order; a snapshot that never changes. */
  public Map<String, Column> columns() {
    return columns;
  }

  /** Adds a column, also while rows exist: they take its absent value. */
  public synchronized Table column(Column column) {
    Map<String, Column> next = new LinkedHashMap<>(columns);
    next.put(column.name(), column);
    columns = Collections.unmodifiableMap(next);
    return this;
  }

  /** Removes a column; values stored become invisible. Only inside {@link World#write}. */
  public synchronized void removeColumn(String column) {
    hashed.remove(column);
    sorted.remove(column);
    Map<String, Column> next = new LinkedHashMap<>(columns);
    next.remove(column);
    columns = Collections.unmodifiableMap(next);
  }

  /** Makes equality on these columns fast. With rows there, only inside {@link World#write}. */
  public Table hashedBy(String... columns) {
    for (String column : columns) {
      Index index = Index.hashed();
      rows.all().forEach(row -> file(index, column, row, row.key()));
      hashed.put(column, index);
    }
    return this;
  }

  /** Makes ranges and order on these columns fast; added before the first row. */
  public Table sortedBy(String... columns) {
    for (String column : columns) {
      sorted.put(column, Index.sorted());
    }
    return this;
  }

  /** Returns whether {@link #equal} is fast on a column. */
  public boolean isHashed(String column) {
    return hashed.containsKey(column) || (keyColumns.size() == 1 && keyColumns.contains(column));
  }

  /** Returns whether {@link #order} exists for a column. */
  public boolean isSorted(String column) {
    return sorted.containsKey(column);
  }

  /** Returns the number of rows. */
  public int size() {
    return rows.size();
  }

  /** Returns the row filed under a key, null if there is none. */
  public @Nullable Row find(String key) {
    return rows.find(key.toLowerCase(Locale.ROOT));
  }

  /** Returns all rows, oldest first; a live view. */
  public Collection<Row> rows() {
    return rows.all();
  }

  /** Returns the rows with a value in an indexed column, oldest first; a copy. */
  public List<Row> equal(String column, Object value) {
    return with(column, value).toList();
  }

  /** Returns the rows of {@link #equal} one after the other, as they are asked for. */
  public Stream<Row> with(String column, Object value) {
    if (keyColumns.size() == 1 && keyColumns.contains(column)) {
      return Stream.ofNullable(find(value.toString()));
    }
    Index index = hashed.get(column);
    if (index == null) {
      throw new IllegalArgumentException("no index on " + name + "." + column);
    }
    return isAbsent(column, value) ? without(column) : at(index.equal(value));
  }

  /** Returns how many rows {@link #equal} would return. */
  public int count(String column, Object value) {
    Index index = hashed.get(column);
    if (index == null) {
      return equal(column, value).size();
    }
    return isAbsent(column, value) ? rows.size() : index.equal(value).size();
  }

  /** Returns the sorted index of a column: value to keys; a live view for {@link #at}. */
  public NavigableMap<Object, Set<String>> order(String column) {
    Index index = sorted.get(column);
    if (index == null) {
      throw new IllegalArgumentException("no order on " + name + "." + column);
    }
    return Collections.unmodifiableNavigableMap(index.tree());
  }

  /** Returns the rows filed under these keys, one after the other, as they are asked for. */
  public Stream<Row> at(Collection<String> keys) {
    return keys.stream().flatMap(key -> Stream.ofNullable(rows.find(key)));
  }

  /** Returns the key of a row with these values: the key's columns joined by a bar. */
  public String keyOf(Map<String, ? extends @Nullable Object> values) {
    if (keyColumns.size() == 1) {
      return String.valueOf(values.get(keyColumns.get(0))).toLowerCase(Locale.ROOT);
    }
    Iterator<String> names = keyColumns.iterator();
    StringBuilder key = new StringBuilder();
    while (names.hasNext()) {
      Object value = values.get(names.next());
      key.append(value == null ? "" : value).append(names.hasNext() ? "|" : "");
    }
    return key.toString().toLowerCase(Locale.ROOT);
  }

  /** Where its rows are from now on; to be called while it is empty. */
  void keepIn(Rows place) {
    if (rows.size() > 0) {
      throw new IllegalStateException(name + " has rows already");
    }
    rows = place;
  }

  Row row(Map<String, ? extends @Nullable Object> values) {
    return new Row(this, Map.of()).with(values);
  }

  void put(Row row) {
    String key = row.key();
    drop(key);
    rows.put(key, row);
    hashed.forEach((column, index) -> file(index, column, row, key));
    sorted.forEach((column, index) -> index.add(row.get(column), key));
  }

  void replace(Row before, Row after) {
    String key = before.key();
    rows.put(key, after);
    hashed.forEach((column, index) -> moveHashed(index, column, key, before, after));
    sorted.forEach((column, index) -> move(index, column, key, before, after));
  }

  void drop(String key) {
    Row old = rows.find(key);
    if (old != null) {
      rows.remove(key);
      hashed.forEach((column, index) -> index.remove(old.get(column), key));
      sorted.forEach((column, index) -> index.remove(old.get(column), key));
    }
  }

  void clear() {
    rows.clear();
    hashed.values().forEach(Index::clear);
    sorted.values().forEach(Index::clear);
  }

  // Absent values are not filed: most rows lack most of their look-ups.
  private void file(Index index, String column, Row row, String key) {
    Object value = row.get(column);
    if (!isAbsent(column, value)) {
      index.add(value, key);
    }
  }

  private boolean isAbsent(String column, @Nullable Object value) {
    Column known = columns.get(column);
    return known == null || Values.same(known.absent(), value);
  }

  private Stream<Row> without(String column) {
    return rows.all().stream().filter(row -> isAbsent(column, row.get(column)));
  }

  private void moveHashed(Index index, String column, String key, Row before, Row after) {
    if (!Values.same(before.get(column), after.get(column))) {
      index.remove(before.get(column), key);
      file(index, column, after, key);
    }
  }

  private static void move(Index index, String column, String key, Row before, Row after) {
    Object old = before.get(column);
    Object now = after.get(column);
    if (!Values.same(old, now)) {
      index.remove(old, key);
      index.add(now, key);
    }
  }
}
