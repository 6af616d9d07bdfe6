package io.weft.sandbox.d365.erp.order;

import io.weft.sandbox.Row;
import io.weft.sandbox.Tx;
import io.weft.sandbox.d365.erp.Customers;
import io.weft.sandbox.d365.erp.Dimensions;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.Keys;
import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.d365.erp.Text;
import io.weft.sandbox.d365.erp.Writes;
import io.weft.sandbox.d365.schema.EntitySet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Headers of sales orders: numbered by the company, filled from the customer, summed from lines.
 */
public final class OrderHeaders implements Writes {
  private static final String SITE = "DefaultShippingSiteId";
  private static final String WAREHOUSE = "DefaultShippingWarehouseId";
  private static final String SHIP = "RequestedShippingDate";

  /** What the ERP decides alone; a request that carries one of these carries it in vain. */
  private static final List<String> READ_ONLY =
      List.of(
          Orders.STATUS,
          Orders.PROCESSING,
          "AreTotalsCalculated",
          "OrderCreationDateTime",
          "OrderHeaderTaxAmount",
          "OrderTotalAmount",
          "OrderTotalChargesAmount",
          "OrderTotalDiscountAmount",
          "OrderTotalTaxAmount");

  private final Erp erp;
  private final EntitySet set;
  private final HeaderRules rules;
  private final Dimensions dimensions;
  private final Warehouses warehouses;
  private final Periods periods;
  private final Numbers numbers;
  private final Totals totals;

  /** Makes the rules. */
  public OrderHeaders(Erp erp) {
    this.erp = erp;
    this.set = erp.schema().get(Orders.HEADERS);
    this.rules = new HeaderRules(erp, set);
    this.dimensions = new Dimensions(erp);
    this.warehouses = new Warehouses(erp);
    this.periods = new Periods(erp);
    this.numbers = new Numbers(erp);
    this.totals = new Totals(erp);
  }

  @Override
  public Row create(Tx tx, Map<String, Object> given) {
    String company = Text.of(given, EntitySet.COMPANY);
    Map<String, Object> values = new LinkedHashMap<>(given);
    values.keySet().removeAll(READ_ONLY);
    Row customer = rules.customer(company, values);
    rules.checkFields(company, values);
    HeaderDefaults.complete(values, customer, dimensions);
    values.putIfAbsent(SHIP, periods.today());
    values.putIfAbsent("RequestedReceiptDate", values.get(SHIP));
    warehouses.complete(set, company, values, SITE, WAREHOUSE);
    rules.checkRow(customer, name -> Text.of(values, name));
    periods.check(set, company, values.get(SHIP));
    HeaderDefaults.derive(values, null);
    values.put(Orders.NUMBER, numbers.order(set, company, Text.of(given, Orders.NUMBER)));
    values.put(Orders.STATUS, Orders.OPEN);
    values.put(Orders.PROCESSING, "Active");
    values.put("OrderCreationDateTime", tx.stamp());
    Row row = erp.insert(tx, set, values, "");
    totals.refresh(tx, company, row.text(Orders.NUMBER));
    return latest(row);
  }

  @Override
  public Row update(Tx tx, Row row, Map<String, Object> given, boolean approved) {
    String company = row.text(EntitySet.COMPANY);
    Map<String, Object> changes = new LinkedHashMap<>(given);
    changes.keySet().removeAll(READ_ONLY);
    rules.checkChange(row, changes);
    set.key().forEach(part -> changes.remove(part.name()));
    rules.checkFields(company, changes);
    if (changes.containsKey(WAREHOUSE)) {
      warehouses.complete(set, company, changes, SITE, WAREHOUSE);
    }
    Row customer = erp.table(Customers.SET).find(Keys.of(company, row.text(HeaderRules.CUSTOMER)));
    if (customer != null) {
      rules.checkRow(
          customer, name -> changes.containsKey(name) ? Text.of(changes, name) : row.text(name));
    }
    periods.check(set, company, changes.get(SHIP));
    HeaderDefaults.derive(changes, row);
    Row after = erp.update(tx, set, row, changes);
    carryCurrency(tx, row, after);
    totals.refresh(tx, company, row.text(Orders.NUMBER));
    return latest(after);
  }

  @Override
  public void delete(Tx tx, Row row) {
    boolean early = Orders.isOpen(row) && row.text(Orders.PROCESSING).equals("Active");
    if (!early) {
      throw Refusal.write(
          set,
          List.of(
              "Sales orders cannot be deleted while dependent Sales order confirmations exist."));
    }
    EntitySet lines = erp.schema().get(Orders.LINES);
    Orders.lines(erp, row).forEach(line -> erp.delete(tx, lines, line));
    erp.delete(tx, set, row);
  }

  private void carryCurrency(Tx tx, Row before, Row after) {
    String currency = after.text("CurrencyCode");
    if (currency.equals(before.text("CurrencyCode"))) {
      return;
    }
    EntitySet lines = erp.schema().get(Orders.LINES);
    for (Row line : Orders.lines(erp, after)) {
      Row unused =
          erp.updateAsServer(tx, lines, line, Map.of("CurrencyCode", currency), "order currency");
    }
  }

  private Row latest(Row row) {
    Row latest = erp.table(set).find(row.key());
    return latest == null ? row : latest;
  }
}
