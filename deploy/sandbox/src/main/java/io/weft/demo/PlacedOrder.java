package io.weft.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.stage.Write;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Sales confirm an order; it is a sales order with the warehouse and dimensions of the rules. */
final class PlacedOrder implements Step {
  private static final List<Sale.Line> LINES =
      List.of(
          new Sale.Line("D0001", 3, "40"),
          new Sale.Line("D0002", 2, "118.50"),
          new Sale.Line("D0004", 1, "249.99"));

  @Override
  public String title() {
    return "A confirmed order becomes a sales order";
  }

  @Override
  public void play(Scene scene) {
    String id = enter(scene);
    long mark = scene.journal().last();
    Sale.confirm(scene, id);
    scene.screen().say("Ana Ruiz enters three lines in pieces, for Sales in Online, and confirms.");
    Sale sale = Sale.placed(scene, id);
    Write confirmed = scene.write(mark, "her confirmation", w -> w.byUser() && sale.isOrder(w));
    Write told =
        scene.write(
            mark,
            "the number in Creatio",
            w -> w.byWeft() && sale.isOrder(w) && w.after().has("UsrD365SalesOrderNumber"));
    requireHeader(scene, sale);
    requireLines(scene, sale);
    scene
        .screen()
        .seen(
            "Sales order %s with all lines; its number in Creatio %s after she confirmed."
                .formatted(sale.number(), Screen.time(Scene.between(confirmed, told))));
    scene.screen().compare(Shown.order(scene, sale));
  }

  private static String enter(Scene scene) {
    Scene.Linked company = Silverpine.company(scene);
    String buyer = Shown.text(Silverpine.buyer(scene), "Id");
    return Sale.enter(
        scene,
        company.id(),
        Map.of("ContactId", buyer, "UsrBusinessUnit", "Online", "UsrDepartment", "Sales"),
        LINES);
  }

  /** The warehouse comes from a rule of the settings, the dimensions from their value maps. */
  private static void requireHeader(Scene scene, Sale sale) {
    JsonNode header = sale.inD365(scene);
    requireText(header, "OrderingCustomerAccountNumber", Silverpine.company(scene).customer());
    requireText(header, "ContactPersonId", Shown.text(Silverpine.buyer(scene), "UsrD365ContactId"));
    requireText(header, "DefaultShippingWarehouseId", "12");
    requireText(header, "DefaultShippingSiteId", "1");
    requireText(header, "DefaultLedgerDimensionDisplayValue", "004--022");
  }

  private static void requireText(JsonNode header, String field, String wanted) {
    String there = Shown.text(header, field);
    Scene.require(there.equals(wanted), field + " is '" + there + "' instead of " + wanted);
  }

  /** D365 knows no pieces: a value map makes them "ea". */
  private static void requireLines(Scene scene, Sale sale) {
    List<JsonNode> lines = sale.linesInD365(scene);
    Scene.require(lines.size() == LINES.size(), lines.size() + " lines in D365");
    for (Sale.Line line : LINES) {
      boolean there =
          lines.stream()
              .filter(row -> Shown.text(row, "ItemNumber").equals(line.code()))
              .filter(row -> Shown.text(row, "SalesUnitSymbol").equals("ea"))
              .filter(row -> is(row, "OrderedSalesQuantity", Integer.toString(line.quantity())))
              .anyMatch(row -> is(row, "SalesPrice", line.price()));
      Scene.require(there, "line " + line + " is not in D365 as it was entered");
    }
  }

  private static boolean is(JsonNode row, String field, String number) {
    return new BigDecimal(row.path(field).asText("0")).compareTo(new BigDecimal(number)) == 0;
  }
}
