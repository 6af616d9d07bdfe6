package io.weft.sandbox;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows in memory. */
final class MemoryRows implements Rows {
  private final Map<String, Row> rows = new LinkedHashMap<>();

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public @Nullable Row find(String key) {
    return rows.get(key);
  }

  @Override
  public void put(String key, Row row) {
    rows.put(key, row);
  }

  @Override
  public void remove(String key) {
    rows.remove(key);
  }

  @Override
  public Collection<Row> all() {
    return Collections.unmodifiableCollection(rows.values());
  }

  @Override
  public void clear() {
    rows.clear();
  }
}
