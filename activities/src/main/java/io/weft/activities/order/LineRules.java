package io.weft.activities.order;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.rule.Refused;
import io.weft.activities.settings.OrderSettings;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.failure.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is checked and supplied for each line before it is compared. */
final class LineRules {
  /** The fields that D365 finds itself where it has the say over prices. */
  static final Set<String> PRICES = Set.of("price", "discountPercent", "discountAmount");

  private static final int MOST_DECIMALS = 6;

  private final Supplies supplies;
  private final LookUps lookUps;
  private final Items items;

  LineRules(Supplies supplies, LookUps lookUps, Items items) {
    this.supplies = supplies;
    this.lookUps = lookUps;
    this.items = items;
  }

  /** What a line is supplied with, by D365 name; and what is in its way. */
  record Checked(Fields supplied, List<Problem> problems) {}

  /**
   * @param before the item that the line was known to be, "" for a new one
   */
  Checked check(LinesPlanner.Line line, String before) {
    List<Problem> problems = new ArrayList<>();
    Fields own = line.now().creatio();
    numbers(line, own, problems);
    String item = item(own);
    boolean isNew = line.now().d365().isEmpty();
    if (!before.isEmpty() && !item.isEmpty() && !item.equalsIgnoreCase(before)) {
      problems.add(OrderProblems.itemChanged(line.label(), before, item));
    } else if (isNew && !item.isEmpty()) {
      items
          .trouble(item)
          .ifPresent(refused -> problems.add(OrderProblems.refused(line.label(), refused)));
    }
    Supplies.Supplied warehouse = warehouse(line, own, item, isNew);
    problems.addAll(warehouse.problems());
    return new Checked(warehouse.fields(), problems);
  }

  /** A line without a warehouse of its own takes the order's, which D365 sees to. */
  private Supplies.Supplied warehouse(
      LinesPlanner.Line line, Fields own, String item, boolean isNew) {
    Value named = own.get("UsrWarehouse");
    if (named.isAbsent() && !isNew) {
      return new Supplies.Supplied(Fields.none(), List.of());
    }
    Fields attributes =
        own.with(OrderSettings.PRODUCT_CATEGORY, items.category(own.get("Product").text()))
            .with(OrderSettings.ITEM_NUMBER, Values.text(item));
    List<String> names = List.of("ShippingWarehouseId", "ShippingSiteId");
    return named.isAbsent()
        ? new Supplies.Supplied(Fields.none(), List.of())
        : supplies.warehouse(attributes, named, line.label(), names);
  }

  static void numbers(LinesPlanner.Line line, Fields own, List<Problem> problems) {
    Value quantity = own.get("Quantity");
    boolean positive =
        quantity instanceof Value.Decimal d && d.number().compareTo(BigDecimal.ZERO) > 0;
    if (!positive) {
      String text = quantity.isAbsent() ? "0" : quantity.text();
      problems.add(
          OrderProblems.badNumber(line.label(), "Quantity", text, "but must be more than nothing"));
    }
    if (own.get("Price") instanceof Value.Decimal price && price.number().scale() > MOST_DECIMALS) {
      problems.add(
          OrderProblems.badNumber(
              line.label(), "Price", price.text(), "with more decimals than D365 keeps"));
    }
  }

  /** The item behind the line's product: its item number, else its code. */
  private String item(Fields own) {
    Value product = own.get("Product");
    Optional<LookUps.Entry> entry =
        product.isAbsent() ? Optional.empty() : lookUps.byId("Product", product.text());
    return entry
        .map(
            row ->
                row.column("UsrD365ItemNumber").isBlank()
                    ? row.column("Code")
                    : row.column("UsrD365ItemNumber"))
        .orElse("")
        .strip();
  }

  /** Told in words: an item that D365 does not know. */
  static Refused unknownItem(String item, String legalEntity) {
    return new Refused(
        "item",
        item,
        "Item '" + item + "' is not released in legal entity " + legalEntity + ".",
        "Release the item in D365, or correct the product's item number in Creatio; then retry.");
  }
}
