package io.weft.activities.order;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.http.Row;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.RecordRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The sums of an order in Creatio. Two requests a read. */
final class OrderSums extends Sums {
  private final OrderRecords headers;
  private final OrderLines lines;

  OrderSums(CreatioClient client, OrderRows headers, OrderRows lines) {
    this.headers = new OrderRecords(client, headers);
    this.lines = new OrderLines(client, lines);
  }

  @Override
  public Optional<Snapshot> read(RecordRef order) {
    Snapshot header = headers.read(order).orElse(null);
    List<Row> rows = lines.rows(order, LinePrices.CREATIO_COLUMNS);
    BigDecimal net = BigDecimal.ZERO;
    BigDecimal tax = BigDecimal.ZERO;
    for (Row row : rows) {
      BigDecimal gross = number(row, "Price").multiply(number(row, "Quantity"));
      net = net.add(gross).subtract(LinePrices.discount(row));
      tax = tax.add(number(row, "TaxAmount"));
    }
    return Optional.of(
        of(order, sums(net, tax), LinePrices.creatio(rows), header, lines.snapshot(order, rows)));
  }
}
