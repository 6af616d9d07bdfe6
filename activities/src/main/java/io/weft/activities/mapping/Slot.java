package io.weft.activities.mapping;

import io.weft.activities.value.Type;
import org.jspecify.annotations.Nullable;

/**
 * The place of a field on one side, and what fits in.
 *
 * @param name the column or property; for a value that is derived, {@code =} and the rule's id
 * @param type how the value is read there
 * @param maxLength characters that fit, 0 for no limit
 * @param multiline whether line breaks and tabs are allowed
 * @param required whether the record cannot be without it
 * @param list the value list of that system that a code must be in, null for none
 */
public record Slot(
    String name,
    Type type,
    int maxLength,
    boolean multiline,
    boolean required,
    @Nullable String list) {
  /** A plain optional slot without limits. */
  public static Slot of(String name, Type type) {
    return new Slot(name, type, 0, false, false, null);
  }

  /** Whether no field stands behind it: the value is computed from the record. */
  public boolean derived() {
    return name.startsWith("=");
  }

  Slot named(String other) {
    return new Slot(other, type, maxLength, multiline, required, list);
  }

  Slot required(boolean needed) {
    return new Slot(name, type, maxLength, multiline, needed, list);
  }
}
