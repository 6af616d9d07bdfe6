package io.weft.activities.d365;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The full key of a row: names and values in the order of the set's key. Values are String,
 * BigDecimal, Instant or {@link EnumValue}.
 */
public record EntityKey(String set, Map<String, Object> parts) {
  public EntityKey {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a key of " + set + " needs its parts");
    }
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /** For example {@code EntityKey.of("CustomersV3", "usmf", "CustomerAccount", "US-001")}. */
  public static EntityKey of(String set, String dataAreaId, String name, Object value) {
    return global(set, "dataAreaId", dataAreaId).and(name, value);
  }

  /**
   * A key without a legal entity: {@code EntityKey.global("Currencies", "CurrencyCode", "EUR")}.
   */
  public static EntityKey global(String set, String name, Object value) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put(name, value);
    return new EntityKey(set, parts);
  }

  /** The same key with one more part. */
  public EntityKey and(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(parts);
    more.put(name, value);
    return new EntityKey(set, more);
  }
}
