package io.weft.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Orders are taken, confirmed and changed in Creatio; in D365 they are confirmed to the customer,
 * shipped and cancelled. Whoever sees that an order is on its way changes it no more.
 */
final class Sales {
  private static final String ORDERS = "/control/creatio/Order";
  private static final String LINES = "/control/creatio/OrderProduct";
  private static final List<String> ITEMS = List.of("D0001", "D0003", "D0004");
  private static final List<String> UNTOUCHED = List.of("None", "Active", "Confirmed");

  private final Http http;
  private final Random random;
  private final List<String> orders = new ArrayList<>();

  Sales(Http http, Random random) {
    this.http = http;
    this.random = random;
    http.post("/control/creatio/seed", Map.of("products", 8));
  }

  /** A new order with some lines, which is confirmed at once or stays a draft for now. */
  void order(Company company, String currency, int turn) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("AccountId", company.account());
    row.put("CurrencyId", currency);
    row.put("ReceiverName", "Gate " + turn);
    row.put("UsrDepartment", "02" + (2 + random.nextInt(3)));
    row.put("UsrCostCentre", "00" + (7 + random.nextInt(3)));
    String order = http.post(ORDERS, row).path("Id").asText();
    orders.add(order);
    int lines = 1 + random.nextInt(3);
    for (int line = 0; line < lines; line++) {
      addLine(order, turn);
    }
    if (random.nextInt(4) > 0) {
      confirm(order);
    }
  }

  private void addLine(String order, int turn) {
    String item = ITEMS.get(random.nextInt(ITEMS.size()));
    String product = http.get("/control/creatio/Product?Code=" + item).at("/value/0/Id").asText();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("OrderId", order);
    line.put("ProductId", product);
    line.put("Name", "a product");
    line.put("Quantity", 10 + turn % 90);
    line.put("Price", 5 + turn % 40);
    http.post(LINES, line);
  }

  private void confirm(String order) {
    http.patch(ORDERS + "/" + order, Map.of("StatusId", Pending.CONFIRMED));
  }

  /** Somebody confirms a draft, or changes what is ordered; returns whether there was anything. */
  boolean change(int turn) {
    if (orders.isEmpty()) {
      return false;
    }
    String id = orders.get(random.nextInt(orders.size()));
    JsonNode order = http.get(ORDERS + "/" + id);
    if (isOnItsWay(order)) {
      return false;
    }
    if (!order.path("StatusId").asText().equals(Pending.CONFIRMED)) {
      confirm(id);
      return true;
    }
    changeLines(id, turn);
    return true;
  }

  private static boolean isOnItsWay(JsonNode order) {
    String status = order.path(StatusCheck.STATUS).asText();
    return List.of(StatusCheck.PARTLY, StatusCheck.DELIVERED, StatusCheck.CANCELLED)
        .contains(status);
  }

  private void changeLines(String order, int turn) {
    JsonNode lines = http.get(LINES + "?OrderId=" + order).path("value");
    String line = LINES + "/" + lines.path(random.nextInt(lines.size())).path("Id").asText();
    switch (random.nextInt(5)) {
      case 0 -> addLine(order, turn);
      case 1 -> http.patch(ORDERS + "/" + order, Map.of("ReceiverName", "Gate " + turn));
      case 2 -> http.patch(line, Map.of("Price", 5 + turn % 40));
      case 3 -> {
        if (lines.size() > 1) {
          http.delete(line);
        } else {
          addLine(order, turn);
        }
      }
      default -> http.patch(line, Map.of("Quantity", 10 + turn % 90));
    }
  }

  /** What people in the ERP do next with a sales order; returns whether there was anything. */
  boolean fulfil() {
    JsonNode all = http.get("/control/d365/SalesOrderHeadersV2?limit=1000000").path("value");
    if (all.isEmpty()) {
      return false;
    }
    JsonNode header = all.path(random.nextInt(all.size()));
    String number = header.path("SalesOrderNumber").asText();
    String address = "/control/d365/orders/" + header.path("dataAreaId").asText() + "/" + number;
    JsonNode lines = http.get("/control/d365/SalesOrderLines?SalesOrderNumber=" + number);
    boolean untouched = UNTOUCHED.contains(header.path("SalesOrderProcessingStatus").asText());
    return !lines.path("value").isEmpty() && act(address, untouched);
  }

  /** An ERP may refuse: somebody else was first, or nothing is left to be done. */
  private boolean act(String order, boolean untouched) {
    int dice = random.nextInt(10);
    if (untouched && dice < 4) {
      return http.offer(order + "/confirm", Map.of());
    }
    if (untouched && dice < 6) {
      Map<String, Object> part = Map.of("line", 1, "quantity", 1 + random.nextInt(4));
      return http.offer(order + "/ship", Map.of("lines", List.of(part)));
    }
    return http.offer(order + (dice < 9 ? "/ship" : "/cancel"), Map.of());
  }
}
