package io.weft.sandbox.d365.erp.order;

import io.weft.sandbox.Row;
import io.weft.sandbox.Tx;
import io.weft.sandbox.d365.erp.Dimensions;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.References;
import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.d365.erp.Text;
import io.weft.sandbox.d365.erp.Writes;
import io.weft.sandbox.d365.schema.EntitySet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lines of sales orders: filled from header and item, until somebody picks or delivers them. */
public final class OrderLines implements Writes {
  private static final String ITEM = "ItemNumber";
  private static final String CATEGORY = "SalesProductCategoryName";
  private static final String UNIT = "SalesUnitSymbol";
  private static final String SITE = "ShippingSiteId";
  private static final String WAREHOUSE = "ShippingWarehouseId";
  private static final String SHIP = "RequestedShippingDate";
  private static final String DIMENSIONS = "DefaultLedgerDimensionDisplayValue";

  /** What the ERP decides alone. */
  private static final List<String> READ_ONLY =
      List.of(Orders.LINE_STATUS, "CurrencyCode", "LineCreationSequenceNumber");

  private final Erp erp;
  private final EntitySet set;
  private final Items items;
  private final LineDefaults defaults;
  private final References references;
  private final Dimensions dimensions;
  private final Warehouses warehouses;
  private final Periods periods;
  private final Numbers numbers;
  private final Totals totals;

  /** Makes the rules. */
  public OrderLines(Erp erp) {
    this.erp = erp;
    this.set = erp.schema().get(Orders.LINES);
    this.items = new Items(erp, set);
    this.defaults = new LineDefaults(erp, items);
    this.dimensions = new Dimensions(erp);
    this.warehouses = new Warehouses(erp);
    this.periods = new Periods(erp);
    this.numbers = new Numbers(erp);
    this.totals = new Totals(erp);
    this.references =
        new References(erp, set)
            .with(SITE, "OperationalSitesV2")
            .with(WAREHOUSE, "Warehouses")
            .with("DeliveryModeCode", "DeliveryModesV2")
            .with("SalesTaxGroupCode", "TaxGroups")
            .with("SalesTaxItemGroupCode", "TaxItemGroupHeadings")
            .with(UNIT, "UnitsOfMeasure");
  }

  @Override
  public Row create(Tx tx, Map<String, Object> given) {
    String company = Text.of(given, EntitySet.COMPANY);
    Map<String, Object> values = new LinkedHashMap<>(given);
    values.keySet().removeAll(READ_ONLY);
    Row header = openHeader(company, Text.of(given, Orders.NUMBER));
    Row item = item(company, values);
    checkFields(company, values);
    place(company, values, header, item);
    defaults.complete(values, header, item);
    checkUnit(item, Text.of(values, UNIT));
    periods.check(set, company, values.get(SHIP));
    values.put(Orders.NUMBER, header.text(Orders.NUMBER));
    values.put(Orders.LOT, numbers.lot(set, company, Text.of(given, Orders.LOT)));
    values.put(Orders.LINE_STATUS, Orders.OPEN);
    number(values, header);
    Row row = erp.insert(tx, set, withAmount(values, given, null), "");
    totals.refresh(tx, company, header.text(Orders.NUMBER));
    return row;
  }

  @Override
  public Row update(Tx tx, Row row, Map<String, Object> given, boolean approved) {
    String company = row.text(EntitySet.COMPANY);
    checkFixed(row, given);
    Row header = openHeader(company, row.text(Orders.NUMBER));
    checkUntouched(row, "changed");
    Map<String, Object> changes = new LinkedHashMap<>(given);
    changes.keySet().removeAll(READ_ONLY);
    List.of(EntitySet.COMPANY, Orders.LOT, Orders.NUMBER, ITEM).forEach(changes::remove);
    checkFields(company, changes);
    Row item = row.text(ITEM).isEmpty() ? null : items.sellable(company, row.text(ITEM));
    if (changes.containsKey(WAREHOUSE) || changes.containsKey(SITE)) {
      Map<String, Object> place = new LinkedHashMap<>(changes);
      place.putIfAbsent(WAREHOUSE, row.text(WAREHOUSE));
      place(company, place, header, item);
      changes.put(SITE, Text.of(place, SITE));
    }
    if (changes.containsKey(UNIT)) {
      checkUnit(item, Text.of(changes, UNIT));
    }
    periods.check(set, company, changes.get(SHIP));
    Row after = erp.update(tx, set, row, withAmount(changes, given, row));
    totals.refresh(tx, company, row.text(Orders.NUMBER));
    return after;
  }

  @Override
  public void delete(Tx tx, Row row) {
    Row header = openHeader(row.text(EntitySet.COMPANY), row.text(Orders.NUMBER));
    checkUntouched(row, "deleted");
    erp.delete(tx, set, row);
    totals.refresh(tx, row.text(EntitySet.COMPANY), header.text(Orders.NUMBER));
  }

  private Row openHeader(String company, String number) {
    if (number.isEmpty()) {
      throw Refusal.unfilled(set, Orders.NUMBER);
    }
    Row header = Orders.header(erp, company, number);
    if (header == null) {
      throw Refusal.notFound(set, Orders.NUMBER, number, "Sales orders");
    }
    if (!Orders.isOpen(header)) {
      throw Refusal.row(
          set,
          "Sales order %s cannot be changed: its status is %s."
              .formatted(number, header.text(Orders.STATUS)));
    }
    return header;
  }

  private @Nullable Row item(String company, Map<String, Object> values) {
    String number = Text.of(values, ITEM);
    if (!number.isEmpty()) {
      Row item = items.sellable(company, number);
      items.checkVariant(item, values);
      values.put(ITEM, item.text(ITEM));
      return item;
    }
    String category = Text.of(values, CATEGORY);
    if (category.isEmpty()) {
      throw Refusal.unfilled(set, ITEM);
    }
    if (!List.of(erp.settings().text("salesCategories").split(",")).contains(category)) {
      throw Refusal.notFound(set, CATEGORY, category, "Sales categories");
    }
    return null;
  }

  private void checkFields(String company, Map<String, Object> given) {
    references.check(company, given);
    dimensions.check(set, company, DIMENSIONS, Text.of(given, DIMENSIONS));
  }

  /** The site comes from the line's warehouse, else from the header. */
  private void place(String company, Map<String, Object> values, Row header, @Nullable Row item) {
    boolean silent = !values.containsKey(WAREHOUSE) && !values.containsKey(SITE);
    if (silent) {
      values.put(WAREHOUSE, header.text("DefaultShippingWarehouseId"));
      values.put(SITE, header.text("DefaultShippingSiteId"));
    }
    warehouses.complete(set, company, values, SITE, WAREHOUSE);
    if (item != null && Text.of(values, SITE).isEmpty()) {
      throw items.mandatory("Site");
    }
  }

  private void checkUnit(@Nullable Row item, String unit) {
    if (unit.isEmpty()) {
      throw Refusal.unfilled(set, UNIT);
    }
    if (item != null) {
      items.checkUnit(item, unit);
    }
  }

  private void number(Map<String, Object> values, Row header) {
    BigDecimal last = BigDecimal.ZERO;
    long made = 0;
    for (Row line : Orders.lines(erp, header)) {
      last = last.max(Orders.amount(line, "LineNumber"));
      made = line.get("LineCreationSequenceNumber") instanceof Long n ? Math.max(made, n) : made;
    }
    values.put("LineCreationSequenceNumber", made + 1);
    values.putIfAbsent("LineNumber", last.setScale(0, RoundingMode.DOWN).add(BigDecimal.ONE));
  }

  /** An amount of the caller's counts only where it says that none is to be calculated. */
  private Map<String, Object> withAmount(
      Map<String, Object> values, Map<String, Object> given, @Nullable Row before) {
    String calculate = "CalculateLineAmount";
    boolean own = "No".equals(given.get(calculate)) && given.containsKey("LineAmount");
    boolean kept =
        before != null
            && before.text(calculate).equals("No")
            && before.text("$ownAmount").equals("Yes")
            && !"Yes".equals(given.get(calculate));
    if (own) {
      values.put("$ownAmount", "Yes");
    } else if (!kept) {
      Map<String, Object> all =
          new LinkedHashMap<>(before == null ? Map.<String, Object>of() : before.own());
      all.putAll(values);
      values.put("LineAmount", defaults.amount(all));
      values.putIfAbsent(calculate, "Yes");
      values.put("$ownAmount", "No");
    }
    return values;
  }

  private void checkFixed(Row row, Map<String, Object> given) {
    for (String name : List.of(EntitySet.COMPANY, Orders.LOT, Orders.NUMBER, ITEM)) {
      Object value = given.get(name);
      if (value != null && !value.toString().equalsIgnoreCase(row.text(name))) {
        throw Refusal.fixed(set, name);
      }
    }
  }

  private void checkUntouched(Row row, String what) {
    boolean open = row.text(Orders.LINE_STATUS).equals(Orders.OPEN);
    boolean picked = row.text(Orders.PICKED).equals("Yes");
    boolean shipped = Orders.amount(row, Orders.SHIPPED).signum() > 0;
    if (!open || picked || shipped) {
      String state = shipped ? "delivered" : picked ? "picked" : row.text(Orders.LINE_STATUS);
      throw Refusal.row(
          set,
          "Order line with lot %s cannot be %s: it is %s."
              .formatted(row.text(Orders.LOT), what, state));
    }
  }
}
