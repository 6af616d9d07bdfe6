package io.weft.activities.order;

import io.weft.activities.http.Row;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.RecordRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The sums of a sales order, as D365 computes them. Two requests a read. */
final class SalesOrderSums extends Sums {
  private static final String TAX_TOTAL = "OrderTotalTaxAmount";

  private final SalesOrderRecords headers;
  private final SalesOrderLines lines;

  SalesOrderSums(SalesOrderRecords headers, SalesOrderLines lines) {
    this.headers = headers;
    this.lines = lines;
  }

  @Override
  public Optional<Snapshot> read(RecordRef order) {
    Optional<Row> header = headers.row(order, List.of(TAX_TOTAL));
    List<Row> rows = lines.rows(order, LinePrices.D365_COLUMNS);
    BigDecimal net =
        rows.stream()
            .filter(row -> !isCancelled(row))
            .map(row -> number(row, SalesOrderLines.AMOUNT))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal tax = header.map(row -> number(row, TAX_TOTAL)).orElse(BigDecimal.ZERO);
    return Optional.of(
        of(
            order,
            sums(net, tax),
            LinePrices.d365(rows),
            header.map(headers::snapshot).orElse(null),
            lines.snapshot(order, rows)));
  }

  static boolean isCancelled(Row line) {
    return "Canceled".equals(line.text(SalesOrderLines.LINE_STATUS));
  }
}
