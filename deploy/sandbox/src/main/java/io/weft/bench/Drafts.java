package io.weft.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.stage.Control;
import io.weft.stage.Users;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Orders that sales have entered and not confirmed yet, in turn for all companies. They are there
 * as if imported: nobody is told of them before they are confirmed.
 */
final class Drafts {
  private static final int ITEMS = 40;
  private static final String ITEM = "BENCH%04d";

  private final Control control;
  private final Users users;
  private final Set<String> known = new LinkedHashSet<>();

  Drafts(Ground ground) {
    this.control = ground.control();
    this.users = ground.users();
    release();
  }

  /** An order and its lines, by their ids in Creatio. */
  record Draft(String id, List<String> lines) {}

  /** The goods that are ordered, in both systems. */
  private void release() {
    control.post(
        "creatio/seed", Map.of("products", ITEMS, "productPrefix", "BENCH", "productFrom", 1));
    for (int i = 1; i <= ITEMS; i++) {
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      item.put("dataAreaId", Pairs.COMPANY);
      item.put("ItemNumber", ITEM.formatted(i));
      item.put("ProductNumber", ITEM.formatted(i));
      item.put("ProductType", "Item");
      item.put("ProductSubType", "Product");
      item.put("SalesUnitSymbol", "ea");
      item.put("InventoryUnitSymbol", "ea");
      item.put("SalesSalesTaxItemGroupCode", "FULL");
      var unused = users.newInD365("founder", "ReleasedProductsV2", item);
    }
  }

  /** Makes so many more. */
  List<Draft> make(int count, int lines) {
    control.post("creatio/seed", Map.of("orders", count, "lines", lines));
    String draft = users.lookUp("OrderStatus", "Name", "Draft");
    List<Draft> drafts = new ArrayList<>();
    for (JsonNode order : users.inCreatio("Order", "StatusId", draft)) {
      String id = order.path("Id").asText();
      if (known.add(id)) {
        drafts.add(new Draft(id, lines(id)));
      }
    }
    return drafts;
  }

  private List<String> lines(String order) {
    return users.inCreatio("OrderProduct", "OrderId", order).stream()
        .map(line -> line.path("Id").asText())
        .toList();
  }

  /** Confirms them one after the other. */
  Pace.Beat confirming(List<Draft> drafts, int rate) {
    String confirmed = users.lookUp("OrderStatus", "Name", "In progress");
    return new Pace.Beat(
        rate,
        drafts.size(),
        i ->
            users.editInCreatio(
                "sales", "Order", drafts.get(i).id(), Map.of("StatusId", confirmed)));
  }
}
