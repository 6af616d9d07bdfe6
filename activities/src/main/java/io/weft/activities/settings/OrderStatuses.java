package io.weft.activities.settings;

import io.weft.activities.yaml.YamlNode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which rows of Creatio's look-ups mean what, by id.
 *
 * @param confirmed statuses in which an order goes to D365
 * @param confirmedNames statuses of these names do too; no case
 * @param cancelled statuses that cancel an order
 * @param delivery what Weft writes to the delivery status
 */
public record OrderStatuses(
    Set<String> confirmed, List<String> confirmedNames, Set<String> cancelled, Delivery delivery) {
  private static final String IN_PROGRESS = "c8742634-ea8b-46d9-ba71-1989b951772d";
  private static final String CANCELED = "8ab0f830-908b-40d7-80a3-7f49ef70ce70";

  public OrderStatuses {
    confirmed = Collections.unmodifiableSet(new LinkedHashSet<>(confirmed));
    confirmedNames = List.copyOf(confirmedNames);
    cancelled = Collections.unmodifiableSet(new LinkedHashSet<>(cancelled));
  }

  /** Rows of the look-up for delivery statuses. */
  public record Delivery(String partly, String delivered, String cancelled) {
    private static final Delivery SHIPPED =
        new Delivery(
            "20f1fcf7-34d8-4c00-b4ae-6d9184c7945f",
            "0dd2c99b-9a1a-4419-886e-842a20d35929",
            "31b73f97-8e8d-4505-a24f-0b8fc21d0755");

    static Delivery read(YamlNode node) {
      Delivery delivery =
          new Delivery(
              Read.guid(node, "partly").orElse(SHIPPED.partly),
              Read.guid(node, "delivered").orElse(SHIPPED.delivered),
              Read.guid(node, "cancelled").orElse(SHIPPED.cancelled));
      if (delivery.partly.equals(delivery.delivered)
          || delivery.delivered.equals(delivery.cancelled)
          || delivery.partly.equals(delivery.cancelled)) {
        node.problem("gives one id two meanings", "Name three different rows");
      }
      node.done();
      return delivery;
    }
  }

  static OrderStatuses read(YamlNode node) {
    Set<String> confirmed = ids(node, "confirmed", IN_PROGRESS);
    Set<String> cancelled = ids(node, "cancelled", CANCELED);
    if (confirmed.stream().anyMatch(cancelled::contains)) {
      node.child("cancelled").problem("is a status that confirms too", "Keep it in one list only");
    }
    List<String> names =
        node.has("confirmedNames") ? node.texts("confirmedNames") : List.of("Confirmed");
    return new OrderStatuses(confirmed, names, cancelled, Delivery.read(node.child("delivery")));
  }

  private static Set<String> ids(YamlNode node, String key, String shipped) {
    if (!node.has(key)) {
      return Set.of(shipped);
    }
    Set<String> ids = new LinkedHashSet<>();
    List<YamlNode> items = node.list(key);
    items.forEach(item -> Read.guid(item.text(), item).ifPresent(ids::add));
    if (items.isEmpty()) {
      node.child(key).problem("names no status", "Write the id of a status, or remove it");
    }
    return ids;
  }

  /** Whether a status of this id and name sends an order to D365. */
  public boolean confirms(String id, String name) {
    return confirmed.contains(id.toLowerCase(Locale.ROOT))
        || confirmedNames.stream().anyMatch(name.strip()::equalsIgnoreCase);
  }

  /** Whether a status of this id cancels an order. */
  public boolean cancels(String id) {
    return cancelled.contains(id.toLowerCase(Locale.ROOT));
  }
}
