package io.weft.activities.poll;

import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows below a record: lines of an order, its confirmations. A change of one is a change of the
 * record, but says nothing of how the record looks, so no such row is ever taken for an echo.
 *
 * @param legalEntity null in Creatio
 * @param owner the column that names the record: its id in Creatio, its number in D365
 * @param columns what is read; any difference in it is a change
 */
public record ChildRows(
    SyncObjectName object, @Nullable LegalEntity legalEntity, String owner, Columns columns)
    implements RowReader {

  /** Rows of Creatio, which have a time of change of their own. */
  public static ChildRows creatio(SyncObjectName object, String owner) {
    return new ChildRows(object, null, owner, Columns.of("Id", owner));
  }

  /** Rows of D365, where only a difference in the watched columns shows a change. */
  public static ChildRows d365(
      SyncObjectName object, LegalEntity legalEntity, String owner, List<String> watched) {
    List<String> all = new ArrayList<>(List.of("dataAreaId", owner));
    all.addAll(watched);
    return new ChildRows(object, legalEntity, owner, new Columns(all));
  }

  @Override
  public boolean image() {
    return false;
  }

  /** The record above; throws IllegalArgumentException if the row names none. */
  @Override
  public RecordRef ref(Row row) {
    String key = row.text(owner);
    if (key == null || key.isBlank()) {
      throw new IllegalArgumentException("a row without " + owner + " belongs to no " + object);
    }
    return legalEntity == null
        ? RecordRef.creatio(object, key)
        : RecordRef.d365(object, legalEntity, key);
  }

  /** The watched columns as they came. */
  @Override
  public Fields fields(Row row) {
    Map<String, Value> fields = new LinkedHashMap<>();
    columns.names().forEach(name -> fields.put(name, Values.text(row.text(name))));
    return Fields.of(fields);
  }
}
