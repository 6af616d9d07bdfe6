package io.weft.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.stage.NotSeen;
import java.util.List;

/**
 * The company whose story is told over several steps: it becomes a customer, its buyer a contact
 * person, its order a sales order. A step looks up what the one before it has left.
 */
final class Silverpine {
  static final String NAME = "Silverpine Tools LLC";
  static final String TAX_NUMBER = "91-4400001";

  private Silverpine() {}

  /** The account and the customer that it is; throws NotSeen if it is none. */
  static Scene.Linked company(Scene scene) {
    return scene.users().inCreatio("Account", "UsrTaxNumber", TAX_NUMBER).stream()
        .findFirst()
        .flatMap(Scene.Linked::of)
        .orElseThrow(() -> new NotSeen(NAME + " is no customer: see the steps before"));
  }

  /** Its only contact; throws NotSeen if there is none. */
  static JsonNode buyer(Scene scene) {
    return first(
        scene.users().inCreatio("Contact", "AccountId", company(scene).id()), "has no contact");
  }

  /** Its only order, placed; throws NotSeen if there is none. */
  static Sale order(Scene scene) {
    JsonNode order =
        first(scene.users().inCreatio("Order", "AccountId", company(scene).id()), "has no order");
    return Sale.of(order)
        .orElseThrow(() -> new NotSeen("its order was not placed: see the steps before"));
  }

  private static JsonNode first(List<JsonNode> rows, String otherwise) {
    return rows.stream()
        .findFirst()
        .orElseThrow(() -> new NotSeen(NAME + " " + otherwise + ": see the steps before"));
  }
}
