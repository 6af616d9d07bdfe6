package io.weft.activities.account;

import io.weft.activities.d365.D365Values;
import io.weft.activities.http.Row;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Slot;
import io.weft.activities.poll.RowReader;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Type;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A customer of D365, as {@code CustomersV3} shows it. */
public final class CustomerRows implements RowReader {
  static final String SET = "CustomersV3";
  static final String KEY = "CustomerAccount";
  static final String COMPANY = "dataAreaId";
  static final String PARTY = "PartyNumber";
  static final String HOLD = "OnHoldStatus";

  private final Map<String, Type> types;

  /**
   * @param more fields beyond the mapping that rules and the life of the customer depend on
   */
  public CustomerRows(Mapping mapping, Map<String, Type> more) {
    Map<String, Type> all = new LinkedHashMap<>();
    all.put(COMPANY, Type.CODE);
    all.put(KEY, Type.CODE);
    for (Slot slot : mapping.slots(Side.D365)) {
      all.putIfAbsent(slot.name(), slot.type());
    }
    all.putIfAbsent(PARTY, Type.CODE);
    all.putIfAbsent(HOLD, Type.CODE);
    more.forEach(all::putIfAbsent);
    this.types = Collections.unmodifiableMap(all);
  }

  @Override
  public Columns columns() {
    return new Columns(List.copyOf(types.keySet()));
  }

  Map<String, Type> types() {
    return types;
  }

  /** The customer as it is now, with its row version. */
  Snapshot snapshot(Row row) {
    return D365Values.snapshot(ref(row), row, types);
  }

  @Override
  public Fields fields(Row row) {
    return D365Values.fields(row, types);
  }

  @Override
  public RecordRef ref(Row row) {
    String company = Objects.requireNonNull(row.text(COMPANY), "a customer without company");
    String key = Objects.requireNonNull(row.text(KEY), "a customer without account number");
    return RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, new LegalEntity(company), key);
  }
}
