package io.weft.sandbox.creatio;

import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.Tx;
import io.weft.sandbox.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds made-up draft orders whose lines and sums agree to the cent. */
final class OrderRows {
  private final World world;
  private final OrderSettings settings;
  private final List<Row> products;
  private final SplittableRandom random;
  private final Instant stamp;

  OrderRows(
      World world,
      OrderSettings settings,
      List<Row> products,
      SplittableRandom random,
      Instant stamp) {
    this.world = world;
    this.settings = settings;
    this.products = products;
    this.random = random;
    this.stamp = stamp;
  }

  /** Adds an order of a customer, in the customer's currency, with as many lines. */
  void insert(Tx tx, Row customer, int lines) {
    UUID id = world.newId();
    Object own = customer.get("UsrCurrencyId");
    UUID currency = own instanceof UUID known && !own.equals(Ids.ZERO) ? known : base();
    BigDecimal rate = rate(currency);
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      rows.add(line(id, products.get(random.nextInt(products.size())), currency, rate));
    }
    Map<String, @Nullable Object> order = order(id, customer, currency, rate);
    order.put("Amount", sum(rows, "TotalAmount"));
    order.put("PrimaryAmount", sum(rows, "PrimaryTotalAmount"));
    tx.insert(table("Order"), order);
    rows.forEach(row -> tx.insert(table("OrderProduct"), row));
  }

  private Map<String, @Nullable Object> order(
      UUID id, Row customer, UUID currency, BigDecimal rate) {
    Map<String, @Nullable Object> row = CreatioSeed.row(id, stamp);
    row.put("Number", settings.nextNumber());
    row.put("AccountId", customer.get("Id"));
    row.put("ContactId", person(customer));
    row.put("Date", stamp);
    row.put("OwnerId", customer.get("OwnerId"));
    row.put("StatusId", settings.status());
    row.put("PaymentStatusId", settings.paymentStatus());
    row.put("DeliveryStatusId", settings.deliveryStatus());
    row.put("DeliveryTypeId", SalesIds.COURIER);
    row.put("PaymentTypeId", SalesIds.WIRE);
    row.put("SourceOrderId", SalesIds.named("SourceOrder", "Sales"));
    row.put("CurrencyId", currency);
    row.put("CurrencyRate", rate);
    row.put("DeliveryAddress", customer.text("Address"));
    return row;
  }

  private Map<String, @Nullable Object> line(
      UUID order, Row product, UUID currency, BigDecimal rate) {
    BigDecimal quantity = BigDecimal.valueOf(random.nextInt(1, 10));
    BigDecimal price = Money.inCurrency(Money.of(product, "Price"), rate);
    BigDecimal amount = Money.kept(price.multiply(quantity));
    Map<String, @Nullable Object> row = CreatioSeed.row(world.newId(), stamp);
    row.put("OrderId", order);
    row.put("ProductId", product.get("Id"));
    row.put("Name", product.text("Name"));
    row.put("Quantity", quantity);
    row.put("BaseQuantity", quantity);
    row.put("UnitId", product.get("UnitId"));
    row.put("CurrencyId", currency);
    row.put("CurrencyRate", rate);
    Map<String, BigDecimal> amounts = new LinkedHashMap<>();
    amounts.put("Price", price);
    amounts.put("Amount", amount);
    amounts.put("TotalAmount", amount);
    amounts.forEach(
        (column, value) -> {
          row.put(column, value);
          row.put("Primary" + column, Money.primary(value, rate));
        });
    return row;
  }

  private @Nullable Object person(Row customer) {
    Object account = customer.get("Id");
    List<Row> persons = account == null ? List.of() : table("Contact").equal("AccountId", account);
    return persons.isEmpty() ? Ids.ZERO : persons.get(0).get("Id");
  }

  private BigDecimal rate(UUID currency) {
    Row row = table("Currency").find(currency.toString());
    BigDecimal rate = row == null ? BigDecimal.ONE : Money.of(row, "Rate");
    return rate.signum() == 0 ? BigDecimal.ONE : rate;
  }

  private UUID base() {
    return settings.baseCurrency();
  }

  private static BigDecimal sum(List<Map<String, @Nullable Object>> rows, String column) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map<String, @Nullable Object> row : rows) {
      sum = row.get(column) instanceof BigDecimal amount ? sum.add(amount) : sum;
    }
    return Money.kept(sum);
  }

  private Table table(String set) {
    return world.table(CreatioTenant.SYSTEM, set);
  }
}
