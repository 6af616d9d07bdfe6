package io.weft.activities.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Values by field name, in the order they were put in. Immutable; equal by content. */
public final class Fields {
  private static final Fields NONE = new Fields(new LinkedHashMap<>());

  private final Map<String, Value> values;

  private Fields(Map<String, Value> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /** No fields. */
  public static Fields none() {
    return NONE;
  }

  /** These fields, copied. */
  public static Fields of(Map<String, Value> values) {
    return new Fields(new LinkedHashMap<>(values));
  }

  /** One field. */
  public static Fields of(String name, Value value) {
    return NONE.with(name, value);
  }

  /** The value of a field; absent where the field is not there. */
  public Value get(String name) {
    return values.getOrDefault(name, Values.ABSENT);
  }

  /** Whether the field is there, be it with an absent value. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** The names, in order. */
  public Set<String> names() {
    return values.keySet();
  }

  /** A read-only view, in order. */
  public Map<String, Value> asMap() {
    return values;
  }

  /** The same fields with one put in or replaced. */
  public Fields with(String name, Value value) {
    Map<String, Value> copy = new LinkedHashMap<>(values);
    copy.put(name, value);
    return new Fields(copy);
  }

  /** The same fields with all of the other's put in or replaced. */
  public Fields with(Fields other) {
    Map<String, Value> copy = new LinkedHashMap<>(values);
    copy.putAll(other.values);
    return new Fields(copy);
  }

  /** Only the named fields, in the order of the names; those not here are left out. */
  public Fields only(List<String> names) {
    Map<String, Value> copy = new LinkedHashMap<>();
    for (String name : names) {
      if (values.containsKey(name)) {
        copy.put(name, get(name));
      }
    }
    return new Fields(copy);
  }

  public void forEach(BiConsumer<String, Value> action) {
    values.forEach(action);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fields fields && values.equals(fields.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** Names only: values are business data and stay out of logs. */
  @Override
  public String toString() {
    return "Fields" + values.keySet();
  }
}
