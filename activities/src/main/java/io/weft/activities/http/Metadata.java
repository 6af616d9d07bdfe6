package io.weft.activities.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a system says about its entity sets ({@code $metadata}). Names are case-sensitive. */
public record Metadata(Map<String, EntitySet> sets) {
  public Metadata {
    sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
  }

  /** The set of that name, if the system has it. */
  public Optional<EntitySet> set(String name) {
    return Optional.ofNullable(sets.get(name));
  }

  /** Whether the system has that column in that set. */
  public boolean has(String set, String column) {
    return set(set).map(found -> found.columns().containsKey(column)).orElse(false);
  }

  /**
   * One entity set.
   *
   * @param key names of the key columns, in order
   * @param columns by name, in the order of the model
   * @param navigations names that {@code $expand} and look-up paths may use
   */
  public record EntitySet(
      String name, List<String> key, Map<String, Column> columns, Set<String> navigations) {}

  /**
   * One column.
   *
   * @param type the EDM type, for example {@code Edm.Decimal}; enums have their full name
   * @param maxLength longest text in characters; null where there is no limit or none is told
   */
  public record Column(String name, String type, @Nullable Integer maxLength) {}
}
