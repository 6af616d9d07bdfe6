package io.weft.sandbox.d365.erp;

import io.weft.sandbox.Row;
import io.weft.sandbox.d365.schema.EntitySet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A committed change of one row, as feeds and events see it.
 *
 * @param before null for a new row
 * @param after null for a deleted one
 * @param changed the names of the properties whose values differ
 */
public record RowChange(
    EntitySet set, @Nullable Row before, @Nullable Row after, Set<String> changed, String client) {

  /** Returns the row in its newest form; of a deleted row the last one. */
  public Row row() {
    if (after != null) {
      return after;
    }
    if (before != null) {
      return before;
    }
    throw new IllegalStateException("a change without a row in " + set.name());
  }
}
