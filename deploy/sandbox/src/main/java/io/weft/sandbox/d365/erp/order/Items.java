package io.weft.sandbox.d365.erp.order;

import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.Keys;
import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.d365.erp.Text;
import io.weft.sandbox.d365.schema.EntitySet;
import java.util.List;
import java.util.Map;

/** What an order line needs to know of its item. */
final class Items {
  private static final String ITEM = "ItemNumber";
  private static final String UNIT = "SalesUnitSymbol";

  private final Erp erp;
  private final EntitySet lines;

  Items(Erp erp, EntitySet lines) {
    this.erp = erp;
    this.lines = lines;
  }

  /**
   * Returns an item that may be sold in a company.
   *
   * @throws Refusal if it is unknown there, or blocked
   */
  Row sellable(String company, String number) {
    Row item = erp.table("ReleasedProductsV2").find(Keys.of(company, number));
    if (item == null) {
      throw Refusal.notFound(lines, ITEM, number, "Released products");
    }
    Row setting = erp.table("ProductDefaultOrderSettings").find(Keys.of(company, number));
    if (setting != null && setting.text("IsSalesProcessingStopped").equals("Yes")) {
      throw Refusal.row(
          lines, "Item '%s' is blocked for 'Sales order'.".formatted(item.text(ITEM)));
    }
    return item;
  }

  /** A product master is sold as one of its variants. */
  void checkVariant(Row item, Map<String, Object> values) {
    if (!item.text("ProductSubType").equals("ProductMaster")) {
      return;
    }
    for (String part : List.of("Configuration", "Size", "Color", "Style")) {
      boolean wanted = item.text("ProductDimensionGroupName").contains(part);
      if (wanted && Text.of(values, "Product" + part + "Id").isEmpty()) {
        throw mandatory(part);
      }
    }
  }

  /** Returns the refusal of a line without an inventory dimension. */
  Refusal mandatory(String dimension) {
    return Refusal.row(
        lines,
        "Inventory dimension %s is mandatory and must consequently be specified."
            .formatted(dimension));
  }

  /**
   * Checks that a unit exists and can be turned into the item's own.
   *
   * @throws Refusal if not
   */
  void checkUnit(Row item, String unit) {
    Row known = erp.table("UnitsOfMeasure").find(unit);
    if (known == null) {
      throw Refusal.notFound(lines, UNIT, unit, "Units");
    }
    String stock = item.text("InventoryUnitSymbol");
    if (!unit.equalsIgnoreCase(stock) && !convertible(unit, stock, item.text("ProductNumber"))) {
      throw Refusal.field(
          lines, UNIT, "Unit conversion from %s to %s does not exist.".formatted(unit, stock));
    }
  }

  /** Directly, the other way round, or over one unit in between. */
  private boolean convertible(String from, String to, String product) {
    if (direct(from, to, product)) {
      return true;
    }
    return erp.table("UnitsOfMeasure").rows().stream()
        .map(row -> row.text("UnitSymbol"))
        .anyMatch(over -> direct(from, over, product) && direct(over, to, product));
  }

  private boolean direct(String from, String to, String product) {
    Table table = erp.table("ProductUnitOfMeasureConversions");
    return table.find(Keys.of(from, to, product)) != null
        || table.find(Keys.of(to, from, product)) != null;
  }

  /** Returns an item's name. */
  String name(Row item) {
    Row product = erp.table("ProductsV2").find(item.text("ProductNumber"));
    return product == null ? item.text("SearchName") : product.text("ProductName");
  }
}
