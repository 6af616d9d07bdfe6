package io.weft.sandbox.creatio;

import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the server adds to a save: defaults of new rows, completed values, and what follows. */
final class SetRules {
  private final OrderRules orders;
  private final LineRules lines;

  SetRules(OrderSettings settings) {
    orders = new OrderRules(settings);
    lines = new LineRules(settings);
  }

  /** Returns the values of columns that a new row was not sent with. */
  Map<String, Object> defaults(Save save, Table table) {
    Map<String, Object> defaults = new LinkedHashMap<>();
    if (table.columns().containsKey("OwnerId")) {
      defaults.put("OwnerId", save.caller().contact());
    }
    switch (table.name()) {
      case "Contact" -> defaults.put("Confirmed", true);
      case "Product" -> defaults.put("Active", true);
      case "Order" -> defaults.putAll(orders.defaults(save));
      case "Activity" -> activity(save, defaults);
      default -> {}
    }
    return defaults;
  }

  /** Returns what is saved: the values sent, and what they entail in the same row. */
  Map<String, Object> completed(
      Save save, Table table, @Nullable Row before, Map<String, Object> sent) {
    Map<String, Object> all = new LinkedHashMap<>(sent);
    switch (table.name()) {
      case "Contact" -> all.putAll(ContactNames.completed(before, sent));
      case "Order" -> all.putAll(orders.completed(save, before, sent));
      case "OrderProduct" -> all.putAll(lines.completed(save, before, sent));
      default -> communication(save, table, before, all);
    }
    return all;
  }

  /** Writes other rows that follow from a saved one. */
  void saved(Save save, @Nullable Row before, Row after) {
    String set = after.table().name();
    Communications communications = Communications.of(set);
    if (communications != null && communications.isParent(set)) {
      communications.parentSaved(save, before, after);
      Addresses.of(set).parentSaved(save, before, after);
    } else if (communications != null) {
      communications.rowSaved(save, after);
    }
    if (set.equals("Order")) {
      orders.saved(save, before, after);
    } else if (set.equals("OrderProduct")) {
      lines.saved(save, before, after);
    }
  }

  /** Writes other rows that follow from one that was deleted for its own sake. */
  void deleted(Save save, Row row) {
    String set = row.table().name();
    Communications communications = Communications.of(set);
    if (communications != null && !communications.isParent(set)) {
      communications.rowDeleted(save, row);
    }
    if (set.equals("OrderProduct")) {
      lines.deleted(save, row);
    }
  }

  private static void communication(
      Save save, Table table, @Nullable Row before, Map<String, Object> all) {
    Communications communications = Communications.of(table.name());
    if (communications != null && !communications.isParent(table.name())) {
      all.putAll(communications.completed(save, before, all));
    }
  }

  private static void activity(Save save, Map<String, Object> defaults) {
    defaults.put("StartDate", save.stamp());
    defaults.put("DueDate", save.stamp());
    defaults.put("PriorityId", SalesIds.MEDIUM);
    defaults.put("AuthorId", save.caller().contact());
  }
}
