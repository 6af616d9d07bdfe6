package io.weft.activities.order;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Filter;
import io.weft.activities.d365.D365Query;
import io.weft.activities.d365.D365Values;
import io.weft.activities.http.Row;
import io.weft.activities.merge.Base;
import io.weft.activities.settings.OrderStatuses;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.record.RecordRef;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a sales order: confirmed, shipped, cancelled. Confirmations and packing slips are
 * sets of their own; they are read once the order's status says that there may be some.
 */
final class Fate {
  private static final String CONFIRMATIONS = "SalesOrderConfirmationHeaders";
  private static final String SLIPS = "PackingSlipTrackingInformation";
  private static final Set<String> UNTOUCHED = Set.of("", "None", "Active");
  private static final Set<String> PARTLY = Set.of("PartiallyDelivered", "PartiallyInvoiced");
  private static final Set<String> DELIVERED =
      Set.of("Delivered", "DeliveredPartiallyInvoiced", "Invoiced");
  private static final String CANCELLED = "Canceled";

  private final D365Client client;
  private final OrderStatuses.Delivery delivery;

  Fate(D365Client client, OrderStatuses.Delivery delivery) {
    this.client = client;
    this.delivery = delivery;
  }

  /** Whether what is to be delivered can no longer be changed from outside. */
  static boolean isClosed(Fields header) {
    String processing = header.get(SalesOrderRows.PROCESSING).text();
    return DELIVERED.contains(processing) || isCancelled(header);
  }

  static boolean isCancelled(Fields header) {
    return header.get(SalesOrderRows.PROCESSING).text().equals(CANCELLED)
        || header.get(SalesOrderRows.STATUS).text().equals(CANCELLED);
  }

  /** Whether the order was confirmed to the customer. */
  static boolean isConfirmed(Fields header) {
    return isConfirmed(header.get(SalesOrderRows.PROCESSING).text());
  }

  static boolean isConfirmed(String processing) {
    return !UNTOUCHED.contains(processing);
  }

  /**
   * The header with a day of delivery where it was shipped and no packing slip says when: the day
   * that is known already for this state of delivery, else the given one.
   *
   * @param before what was known of the header
   */
  static Snapshot dated(Snapshot header, @Nullable Base before, LocalDate today) {
    Fields now = header.fields();
    if (!isShipped(now.get(SalesOrderRows.PROCESSING).text())
        || !now.get(Computed.DELIVERED_ON).isAbsent()) {
      return header;
    }
    Fields known = before == null ? Fields.none() : before.values();
    Value day = known.get(Computed.DELIVERED_ON);
    boolean same = now.get(Computed.DELIVERY_STATUS).equals(known.get(Computed.DELIVERY_STATUS));
    Value first = day.isAbsent() || !same ? new Value.Day(today) : day;
    return new Snapshot(
        header.record(),
        now.with(Computed.DELIVERED_ON, first),
        header.etag(),
        header.modifiedOn(),
        header.modifiedBy());
  }

  private static boolean isShipped(String processing) {
    return PARTLY.contains(processing) || DELIVERED.contains(processing);
  }

  /** The computed fields of a header. */
  Fields of(Snapshot header) {
    String processing = header.fields().get(SalesOrderRows.PROCESSING).text();
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put(Computed.DELIVERY_STATUS, status(header.fields(), processing));
    Row confirmation = UNTOUCHED.contains(processing) ? null : latest(header.record());
    fields.put(
        Computed.CONFIRMATION_NUMBER,
        Values.code(confirmation == null ? "" : confirmation.text("ConfirmationNumber")));
    fields.put(
        Computed.CONFIRMATION_DATE,
        D365Values.read(
            Type.DATE, confirmation == null ? null : confirmation.get("ConfirmationDate")));
    fields.put(
        Computed.DELIVERED_ON, isShipped(processing) ? shippedOn(header.record()) : Values.ABSENT);
    return Fields.of(fields);
  }

  private Value status(Fields header, String processing) {
    if (isCancelled(header)) {
      return new Value.Reference(delivery.cancelled());
    }
    if (DELIVERED.contains(processing)) {
      return new Value.Reference(delivery.delivered());
    }
    return PARTLY.contains(processing) ? new Value.Reference(delivery.partly()) : Values.ABSENT;
  }

  private @Nullable Row latest(RecordRef order) {
    List<Row> rows = rows(CONFIRMATIONS, order, "ConfirmationNumber", "ConfirmationDate");
    return rows.stream()
        .max(
            Comparator.comparing((Row row) -> String.valueOf(row.text("ConfirmationDate")))
                .thenComparing(row -> String.valueOf(row.text("ConfirmationNumber"))))
        .orElse(null);
  }

  private Value shippedOn(RecordRef order) {
    if (!client.metadata().has(SLIPS, "DeliveryDate")) {
      return Values.ABSENT;
    }
    return rows(SLIPS, order, "PackingSlipNumber", "DeliveryDate").stream()
        .map(row -> D365Values.read(Type.DATE, row.get("DeliveryDate")))
        .filter(day -> !day.isAbsent())
        .max(Comparator.comparing(Value::text))
        .orElse(Values.ABSENT);
  }

  private List<Row> rows(String set, RecordRef order, String... columns) {
    D365Filter filter =
        D365Filter.all(
            D365Filter.equal(SalesOrderRows.COMPANY, SalesOrderRecords.company(order)),
            D365Filter.equal(SalesOrderRows.KEY, order.key()));
    D365Query query = D365Query.of(Columns.of(columns)).where(filter).top(200);
    return client.query(set, query).rows();
  }
}
