package io.weft.sandbox;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Where a table has its rows, by key, in the order they came. Guarded by the table's lock. */
interface Rows {
  int size();

  @Nullable Row find(String key);

  /** Adds a row under a new key, or another version in the place of the one there is. */
  void put(String key, Row row);

  void remove(String key);

  /** All, oldest first; a live view that nobody may change. */
  Collection<Row> all();

  void clear();
}
