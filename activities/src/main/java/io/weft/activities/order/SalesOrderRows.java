package io.weft.activities.order;

import io.weft.activities.d365.D365Values;
import io.weft.activities.http.Row;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Slot;
import io.weft.activities.poll.RowReader;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Fields;
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

/** Rows of D365's sales orders or of their lines; either names its order. */
final class SalesOrderRows implements RowReader {
  static final String SET = "SalesOrderHeadersV2";
  static final String LINES = "SalesOrderLines";
  static final String KEY = "SalesOrderNumber";
  static final String COMPANY = "dataAreaId";
  static final String ORDERED_BY = "OrderingCustomerAccountNumber";
  static final String INVOICED_TO = "InvoiceCustomerAccountNumber";
  static final String STATUS = "SalesOrderStatus";
  static final String PROCESSING = "SalesOrderProcessingStatus";
  static final String STOPPED = "IsSalesProcessingStopped";
  static final String OWN_ADDRESS = "IsDeliveryAddressOrderSpecific";
  static final String TAX_INCLUDED = "ArePricesIncludingSalesTax";

  private final Map<String, Type> types;

  private SalesOrderRows(Mapping mapping, Map<String, Type> more) {
    Map<String, Type> all = new LinkedHashMap<>();
    all.put(COMPANY, Type.CODE);
    all.put(KEY, Type.CODE);
    for (Slot slot : mapping.slots(Side.D365)) {
      all.putIfAbsent(slot.name(), slot.type());
    }
    more.forEach(all::putIfAbsent);
    all.keySet().removeIf(Computed::is);
    this.types = Collections.unmodifiableMap(all);
  }

  /** Headers, with what a new one is sent beyond the mapping. */
  static SalesOrderRows headers(Mapping mapping, List<String> marks) {
    Map<String, Type> more = new LinkedHashMap<>();
    more.put(ORDERED_BY, Type.CODE);
    more.put(INVOICED_TO, Type.CODE);
    more.put("CustomersOrderReference", Type.STRING);
    more.put("CustomerRequisitionNumber", Type.STRING);
    more.put("ContactPersonId", Type.CODE);
    more.put(STATUS, Type.CODE);
    more.put(PROCESSING, Type.CODE);
    more.put(STOPPED, Type.BOOLEAN);
    more.put(OWN_ADDRESS, Type.BOOLEAN);
    more.put(TAX_INCLUDED, Type.BOOLEAN);
    marks.forEach(mark -> more.put(mark, Type.STRING));
    return new SalesOrderRows(mapping, more);
  }

  static SalesOrderRows lines(Mapping lines) {
    Map<String, Type> more = new LinkedHashMap<>();
    more.put(SalesOrderLines.LOT, Type.CODE);
    more.put(SalesOrderLines.REFERENCE, Type.STRING);
    more.put(SalesOrderLines.LINE_STATUS, Type.CODE);
    more.put(SalesOrderLines.AMOUNT, Type.DECIMAL);
    return new SalesOrderRows(lines, more);
  }

  @Override
  public Columns columns() {
    return new Columns(List.copyOf(types.keySet()));
  }

  /** A header tells nothing of its lines, nor of confirmations and packing slips. */
  @Override
  public boolean image() {
    return false;
  }

  Map<String, Type> types() {
    return types;
  }

  @Override
  public Fields fields(Row row) {
    return D365Values.fields(row, types);
  }

  @Override
  public RecordRef ref(Row row) {
    String company = Objects.requireNonNull(row.text(COMPANY), "a sales order without company");
    String key = Objects.requireNonNull(row.text(KEY), "a sales order without number");
    return RecordRef.d365(SyncObjectName.ORDER_SALES_ORDER, new LegalEntity(company), key);
  }
}
