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

/** The sums of an order on one side, as a record that nobody writes. */
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
    Map<String, Value> sums = new LinkedHashMap<>();
    boolean ours = record.side() == Side.CREATIO;
    sums.put(LINES, new Value.Decimal(ours ? creatioLines(record) : d365Lines(record)));
    sums.put(TAX, new Value.Decimal(ours ? creatioTax(record) : d365Tax(record)));
    return Optional.of(new Snapshot(record, Fields.of(sums), "sums", null, null));
  }

  private BigDecimal creatioLines(RecordRef order) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Row row : creatioRows(order)) {
      BigDecimal gross = number(row, "Price").multiply(number(row, "Quantity"));
      sum = sum.add(gross).subtract(number(row, "DiscountAmount"));
    }
    return sum;
  }

  private BigDecimal creatioTax(RecordRef order) {
    return creatioRows(order).stream()
        .map(row -> number(row, "TaxAmount"))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<Row> creatioRows(RecordRef order) {
    Columns columns = Columns.of("Price", "Quantity", "DiscountAmount", "TaxAmount");
    CreatioQuery query =
        CreatioQuery.of(columns).where(CreatioFilter.lookup("Order", order.key())).top(MOST);
    return creatio.query(OrderRows.LINE, query).rows();
  }

  private BigDecimal d365Lines(RecordRef order) {
    D365Filter filter =
        D365Filter.all(
            D365Filter.equal(SalesOrderRows.COMPANY, SalesOrderRecords.company(order)),
            D365Filter.equal(SalesOrderRows.KEY, order.key()));
    D365Query query =
        D365Query.of(Columns.of(SalesOrderLines.AMOUNT, SalesOrderLines.LINE_STATUS))
            .where(filter)
            .top(MOST);
    return d365.query(SalesOrderRows.LINES, query).rows().stream()
        .filter(row -> !"Canceled".equals(row.text(SalesOrderLines.LINE_STATUS)))
        .map(row -> number(row, SalesOrderLines.AMOUNT))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal d365Tax(RecordRef order) {
    return d365.read(SalesOrderRecords.key(order), Columns.of("OrderTotalTaxAmount"))
        .map(row -> number(row, "OrderTotalTaxAmount"))
        .orElse(BigDecimal.ZERO);
  }

  private static BigDecimal number(Row row, String column) {
    BigDecimal number = row.number(column);
    return number == null ? BigDecimal.ZERO : number;
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
