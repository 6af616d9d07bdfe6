package io.weft.activities.http;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object of an answer, as it came: names in the order of the wire, numbers exact. Nothing
 * is interpreted here; sentinels are still sentinels. Immutable; equal by content.
 */
public final class Row {
  private final Map<String, Object> values;

  private Row(Map<String, Object> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * A row of texts, booleans, numbers, maps (nested rows), lists of those, and nulls, which are
   * left out. All numbers become BigDecimal.
   */
  public static Row of(Map<String, ? extends @Nullable Object> values) {
    Map<String, Object> copy = new LinkedHashMap<>();
    for (Map.Entry<String, ? extends @Nullable Object> entry : values.entrySet()) {
      Object value = entry.getValue();
      if (value != null) {
        copy.put(entry.getKey(), normal(value));
      }
    }
    return new Row(copy);
  }

  private static Object normal(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> inner = new LinkedHashMap<>();
      map.forEach((name, part) -> inner.put(String.valueOf(name), part));
      return of(inner);
    }
    if (value instanceof List<?> list) {
      return list.stream().filter(part -> part != null).map(Row::normal).toList();
    }
    return value instanceof Number number ? exact(number) : value;
  }

  private static BigDecimal exact(Number number) {
    return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
  }

  /** Whether the property is there with a value. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** String, Boolean, BigDecimal, Row or List; null where the property is not there. */
  public @Nullable Object get(String name) {
    return values.get(name);
  }

  /** The property as text; null where it is not there. Nested rows and lists have no text. */
  public @Nullable String text(String name) {
    Object value = values.get(name);
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof String || value instanceof Boolean ? value.toString() : null;
  }

  /** The property as a number; null where it is not there or is none. */
  public @Nullable BigDecimal number(String name) {
    return values.get(name) instanceof BigDecimal number ? number : null;
  }

  /** A nested object; null where it is not there. */
  public @Nullable Row row(String name) {
    return values.get(name) instanceof Row row ? row : null;
  }

  /** A nested list of objects; empty where it is not there. */
  public List<Row> rows(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().filter(Row.class::isInstance).map(Row.class::cast).toList()
        : List.of();
  }

  /** D365's row version; null where there is none, as always in Creatio. */
  public @Nullable String etag() {
    return text("@odata.etag");
  }

  /** The names, in order of the wire. */
  public Set<String> names() {
    return values.keySet();
  }

  /** A read-only view, in order of the wire. */
  public Map<String, Object> asMap() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Row row && values.equals(row.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** Names only: values are business data and stay out of logs. */
  @Override
  public String toString() {
    return "Row" + values.keySet();
  }
}
