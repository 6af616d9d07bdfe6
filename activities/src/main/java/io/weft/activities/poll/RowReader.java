package io.weft.activities.poll;

import io.weft.activities.creatio.Expand;
import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Fields;
import io.weft.workflows.record.RecordRef;
import java.util.List;

/**
 * How a row of one entity set becomes a record, in the very form in which a pass reads it: only
 * then can its digest be compared with the base. Pure and thread-safe.
 */
public interface RowReader {
  /** The columns to ask for: every mapped one, and those of the key. */
  Columns columns();

  /** Related rows to be read along; Creatio only. */
  default List<Expand> expand() {
    return List.of();
  }

  /**
   * Whether a row shows its record as a pass compares it, so that it can be told for an echo. A row
   * below a record does not: it is only a sign that the record has changed.
   */
  default boolean image() {
    return true;
  }

  /** The record behind a row. */
  RecordRef ref(Row row);

  /**
   * The canonical fields of a row.
   *
   * @throws IllegalArgumentException if a value cannot be read
   */
  Fields fields(Row row);
}
