package io.weft.sandbox;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keys of rows by the value of one column; sorted or hashed. Guarded by the table's lock. */
final class Index {
  private final Map<Object, Set<String>> keys;

  private Index(Map<Object, Set<String>> keys) {
    this.keys = keys;
  }

  static Index hashed() {
    return new Index(new HashMap<>());
  }

  static Index sorted() {
    return new Index(new TreeMap<>(Values.ORDER));
  }

  void add(@Nullable Object value, String key) {
    keys.merge(Values.indexed(value), Collections.singleton(key), Index::union);
  }

  void remove(@Nullable Object value, String key) {
    keys.computeIfPresent(Values.indexed(value), (same, old) -> without(old, key));
  }

  Set<String> equal(@Nullable Object value) {
    return keys.getOrDefault(Values.indexed(value), Set.of());
  }

  NavigableMap<Object, Set<String>> tree() {
    return (NavigableMap<Object, Set<String>>) keys;
  }

  void clear() {
    keys.clear();
  }

  // Most values are unique: a set of one costs a tenth of a hash set.
  private static Set<String> union(Set<String> old, Set<String> added) {
    Set<String> all = old instanceof LinkedHashSet ? old : new LinkedHashSet<>(old);
    all.addAll(added);
    return all;
  }

  private static @Nullable Set<String> without(Set<String> old, String key) {
    if (old.size() == 1) {
      return old.contains(key) ? null : old;
    }
    old.remove(key);
    return old;
  }
}
