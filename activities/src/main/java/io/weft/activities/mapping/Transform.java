package io.weft.activities.mapping;

import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import java.util.List;

/** What is done to a value on its way to one side. Pure; the same input gives the same output. */
public interface Transform {
  /** Nothing. */
  Transform NONE = (value, record, lookUps) -> value;

  /**
   * The value for the target.
   *
   * @param value the field's own value; absent where the rule has no source field
   * @param record all fields of the source record
   * @param lookUps the value lists of the legal entity
   * @throws IllegalArgumentException if it cannot be computed, with the reason in words
   */
  Value apply(Value value, Fields record, LookUps lookUps);

  /** The other fields of the source record that it reads. */
  default List<String> reads() {
    return List.of();
  }
}
