package io.weft.activities.order;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.CreatioFilter;
import io.weft.activities.creatio.CreatioQuery;
import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Filter;
import io.weft.activities.d365.D365Query;
import io.weft.activities.http.Row;
import io.weft.activities.object.Records;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sums of an order on one side, and the prices of its lines, as a record that nobody writes.
 */
final class Totals implements Records {
  static final String LINES = "Sum of the lines";
  static final String TAX = "Tax";
  private static final int MOST = 1_000;

  private final CreatioClient creatio;
  private final D365Client d365;

  Totals(CreatioClient creatio, D365Client d365) {
    this.creatio = creatio;
    this.d365 = d365;
  }

  @Override
  public Optional<Snapshot> read(RecordRef record) {
    Fields fields = record.side() == Side.CREATIO ? inCreatio(record) : inD365(record);
    return Optional.of(new Snapshot(record, fields, "sums", null, null));
  }

  private Fields inCreatio(RecordRef order) {
    CreatioQuery query =
        CreatioQuery.of(new Columns(LinePrices.CREATIO_COLUMNS))
            .where(CreatioFilter.lookup("Order", order.key()))
            .top(MOST);
    List<Row> rows = creatio.query(OrderRows.LINE, query).rows();
    BigDecimal lines = BigDecimal.ZERO;
    BigDecimal tax = BigDecimal.ZERO;
    for (Row row : rows) {
      BigDecimal gross = number(row, "Price").multiply(number(row, "Quantity"));
      lines = lines.add(gross).subtract(LinePrices.discount(row));
      tax = tax.add(number(row, "TaxAmount"));
    }
    return sums(lines, tax).with(LinePrices.creatio(rows));
  }

  private Fields inD365(RecordRef order) {
    D365Filter filter =
        D365Filter.all(
            D365Filter.equal(SalesOrderRows.COMPANY, SalesOrderRecords.company(order)),
            D365Filter.equal(SalesOrderRows.KEY, order.key()));
    D365Query query = D365Query.of(new Columns(LinePrices.D365_COLUMNS)).where(filter).top(MOST);
    List<Row> rows = d365.query(SalesOrderRows.LINES, query).rows();
    BigDecimal lines =
        rows.stream()
            .filter(row -> !isCancelled(row))
            .map(row -> number(row, SalesOrderLines.AMOUNT))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return sums(lines, d365Tax(order)).with(LinePrices.d365(rows));
  }

  private static Fields sums(BigDecimal lines, BigDecimal tax) {
    Map<String, Value> sums = new LinkedHashMap<>();
    sums.put(LINES, new Value.Decimal(lines));
    sums.put(TAX, new Value.Decimal(tax));
    return Fields.of(sums);
  }

  static boolean isCancelled(Row line) {
    return "Canceled".equals(line.text(SalesOrderLines.LINE_STATUS));
  }

  private BigDecimal d365Tax(RecordRef order) {
    return d365.read(SalesOrderRecords.key(order), Columns.of("OrderTotalTaxAmount"))
        .map(row -> number(row, "OrderTotalTaxAmount"))
        .orElse(BigDecimal.ZERO);
  }

  static BigDecimal number(Row row, String column) {
    BigDecimal number = row.number(column);
    return number == null ? BigDecimal.ZERO : number;
  }

  static BigDecimal decimal(Fields fields, String name) {
    return fields.get(name) instanceof Value.Decimal d ? d.number() : BigDecimal.ZERO;
  }

  @Override
  public List<Snapshot> find(RecordRef wanted) {
    return read(wanted).stream().toList();
  }

  @Override
  public void create(RecordRef wanted, Fields fields) {
    throw new IllegalStateException("sums are computed, not written");
  }

  @Override
  public void update(Snapshot seen, Fields changes) {
    throw new IllegalStateException("sums are computed, not written");
  }
}
