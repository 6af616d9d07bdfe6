package io.weft.activities.account;

import io.weft.activities.http.Row;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;

/** How a wire row of one entity becomes a canonical record; the same for passes and feeds. */
public interface RowReader extends io.weft.activities.poll.RowReader {
  /** The record that a row shows, in canonical form. */
  Snapshot read(Row row);

  @Override
  default Fields fields(Row row) {
    return read(row).fields();
  }
}
