package io.weft.activities.poll;

import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Fields;
import io.weft.workflows.record.RecordRef;

/** Only the keys of a set, for comparing what is there with what is linked. */
public record KeyReader(RowReader rows, Columns columns) implements RowReader {
  @Override
  public RecordRef ref(Row row) {
    return rows.ref(row);
  }

  @Override
  public Fields fields(Row row) {
    return Fields.none();
  }
}
