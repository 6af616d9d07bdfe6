package io.weft.activities.account;

import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Snapshot;

/** How a wire row of one entity becomes a canonical record; the same for passes and feeds. */
public interface RowReader {
  /** The columns that a read has to ask for. */
  Columns columns();

  /** The record that a row shows, in canonical form. */
  Snapshot read(Row row);
}
