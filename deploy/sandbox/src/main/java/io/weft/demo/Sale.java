package io.weft.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.stage.Await;
import io.weft.stage.Write;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order and the sales order that it is.
 *
 * @param id of the order
 * @param company legal entity of the sales order
 */
record Sale(String id, String company, String number) {
  static final String SALES = "Ana Ruiz";

  /** An item on an order, as a salesperson enters it. */
  record Line(String code, int quantity, String price) {}

  /** A placed order; empty while D365 has not told its number. */
  static Optional<Sale> of(JsonNode order) {
    String number = order.path("UsrD365SalesOrderNumber").asText("");
    return number.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Sale(order.path("Id").asText(), order.path("UsrD365DataAreaId").asText(), number));
  }

  /** Enters a draft with its lines; returns its id. */
  static String enter(Scene scene, String account, Map<String, ?> more, List<Line> lines) {
    String dollar = scene.users().lookUp("Currency", "ShortName", "USD");
    Map<String, @Nullable Object> order = new LinkedHashMap<>(more);
    order.put("AccountId", account);
    order.put("CurrencyId", dollar);
    String id = scene.users().newInCreatio(SALES, "Order", order);
    lines.forEach(line -> enter(scene, id, line));
    return id;
  }

  private static void enter(Scene scene, String order, Line line) {
    BigDecimal price = new BigDecimal(line.price());
    BigDecimal amount = price.multiply(BigDecimal.valueOf(line.quantity()));
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("OrderId", order);
    columns.put("ProductId", scene.users().lookUp("Product", "Code", line.code()));
    columns.put("Name", line.code());
    columns.put("UnitId", scene.users().lookUp("Unit", "ShortName", "pcs"));
    columns.put("Quantity", line.quantity());
    columns.put("Price", price);
    columns.put("Amount", amount);
    columns.put("TotalAmount", amount);
    columns.put("PrimaryTotalAmount", amount);
    var unused = scene.users().newInCreatio(SALES, "OrderProduct", columns);
  }

  /** Sets the status at which an order goes to D365. */
  static void confirm(Scene scene, String order) {
    String confirmed = scene.users().lookUp("OrderStatus", "Name", Demo.CONFIRMED);
    scene.users().editInCreatio(SALES, "Order", order, Map.of("StatusId", confirmed));
  }

  /** Waits until an order is in D365 with all its lines, and Creatio says so. */
  static Sale placed(Scene scene, String order) {
    return Await.seen(
        Scene.PATIENCE,
        "order " + order + " in step with a sales order",
        () ->
            scene
                .users()
                .inCreatio("Order", order)
                .filter(row -> row.path("UsrD365SyncStatus").asText().equals("In step"))
                .flatMap(Sale::of)
                .filter(sale -> sale.linesInCreatio(scene).stream().allMatch(Sale::isKnown)));
  }

  /** Whether a line shows which one of D365 it is. */
  private static boolean isKnown(JsonNode line) {
    return !Shown.text(line, "UsrD365LotId").isEmpty();
  }

  /** The order as Creatio shows it. */
  JsonNode inCreatio(Scene scene) {
    return Scene.there(scene.users().inCreatio("Order", id), "order " + id);
  }

  /** The sales order as D365 shows it. */
  JsonNode inD365(Scene scene) {
    return Scene.there(
        scene.users().inD365("SalesOrderHeadersV2", company, "SalesOrderNumber", number).stream()
            .findFirst(),
        "sales order " + number);
  }

  List<JsonNode> linesInCreatio(Scene scene) {
    return scene.users().inCreatio("OrderProduct", "OrderId", id);
  }

  List<JsonNode> linesInD365(Scene scene) {
    return scene.users().inD365("SalesOrderLines", company, "SalesOrderNumber", number);
  }

  /** Whether a write went to this order in Creatio. */
  boolean isOrder(Write write) {
    return write.in("creatio", "Order") && write.key().equalsIgnoreCase(id);
  }

  /** Whether a write went to the header of this sales order. */
  boolean isSalesOrder(Write write) {
    return write.in("d365", "SalesOrderHeadersV2")
        && write.key().equalsIgnoreCase(company + "|" + number);
  }
}
