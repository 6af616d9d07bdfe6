package io.weft.demo;

import io.weft.stage.Write;
import java.util.List;
import java.util.Map;

/** The warehouse ships a part, then the rest; sales see both. */
final class ShippedOrder implements Step {
  private static final String PICKER = "Rosa Marin";

  @Override
  public String title() {
    return "D365 ships it, first a part, then the rest";
  }

  @Override
  public void play(Scene scene) {
    Sale sale = Silverpine.order(scene);
    Write partly =
        ships(scene, sale, Map.of("lines", List.of(Map.of("line", 1, "quantity", 1))), "Partially");
    scene.screen().say(PICKER + " ships one piece of the first line: " + status(scene, partly));
    Write delivered = ships(scene, sale, Map.of(), "Delivered");
    String day = Shown.text(sale.inCreatio(scene), "ActualDate");
    Scene.require(!day.isEmpty(), "the day of the last shipment did not come back");
    scene
        .screen()
        .seen(
            "%s ships the rest: %s, on %s."
                .formatted(PICKER, status(scene, delivered), day.substring(0, 10)));
    scene.screen().compare(Shown.order(scene, sale));
  }

  /** Ships, and waits for the write that gives the order this status in Creatio. */
  private static Write ships(Scene scene, Sale sale, Map<String, ?> what, String status) {
    long mark = scene.journal().last();
    scene.users().act(PICKER, sale.company(), sale.number(), "ship", what);
    return scene.write(
        mark,
        "the order " + status + " in Creatio",
        w -> w.byWeft() && sale.isOrder(w) && status(scene, w).startsWith(status));
  }

  private static String status(Scene scene, Write write) {
    String id = write.after().path("DeliveryStatusId").asText("");
    return id.isEmpty()
        ? ""
        : scene
            .users()
            .inCreatio("OrderDeliveryStatus", id)
            .map(row -> Shown.text(row, "Name"))
            .orElse("");
  }
}
