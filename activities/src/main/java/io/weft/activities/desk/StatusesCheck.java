package io.weft.activities.desk;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.CreatioQuery;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.settings.OrderStatuses;
import io.weft.activities.value.Columns;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the statuses by which orders start, end and are told of their delivery are rows of
 * Creatio's look-ups: an order in a status of another id never goes over.
 */
public final class StatusesCheck implements Check {
  private static final String ORDER = "OrderStatus";
  private static final String DELIVERY = "OrderDeliveryStatus";

  private final CreatioClient client;
  private final OrderStatuses statuses;

  public StatusesCheck(CreatioClient client, OrderStatuses statuses) {
    this.client = client;
    this.statuses = statuses;
  }

  private record Used(String key, String id) {}

  @Override
  public String name() {
    return "Statuses of orders";
  }

  @Override
  public Side system() {
    return Side.CREATIO;
  }

  @Override
  public List<Finding> look() {
    List<Used> orders = new ArrayList<>();
    statuses.confirmed().forEach(id -> orders.add(new Used("order.confirmed", id)));
    statuses.cancelled().forEach(id -> orders.add(new Used("order.cancelled", id)));
    OrderStatuses.Delivery delivery = statuses.delivery();
    List<Used> deliveries =
        List.of(
            new Used("order.delivery.partly", delivery.partly()),
            new Used("order.delivery.delivered", delivery.delivered()),
            new Used("order.delivery.cancelled", delivery.cancelled()));
    List<Finding> findings = new ArrayList<>();
    look(ORDER, orders, findings);
    look(DELIVERY, deliveries, findings);
    return findings;
  }

  private void look(String set, List<Used> used, List<Finding> findings) {
    Map<String, String> there = rows(set);
    String where = "Creatio " + set;
    List<Used> missing = used.stream().filter(one -> !there.containsKey(lower(one.id()))).toList();
    for (Used one : missing) {
      findings.add(
          Finding.problem(
              where,
              "There is no row " + one.id() + ", which " + one.key() + " means.",
              "Write the id of the right row to " + one.key() + " in weft.yaml; " + known(there)));
    }
    if (missing.isEmpty()) {
      findings.add(Finding.ok(where, "All " + used.size() + " statuses exist."));
    }
  }

  private static String known(Map<String, String> there) {
    return "there are "
        + Words.some(there.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).toList())
        + ".";
  }

  /** Names by id. */
  private Map<String, String> rows(String set) {
    CreatioQuery query = CreatioQuery.of(Columns.of("Name")).by(CreatioQuery.Order.ID);
    Map<String, String> rows = new TreeMap<>();
    Page page = client.query(set, query);
    add(page, rows);
    for (String next = page.next(); next != null; next = page.next()) {
      page = client.query(set, query.after(next));
      add(page, rows);
    }
    return rows;
  }

  private static void add(Page page, Map<String, String> rows) {
    for (Row row : page.rows()) {
      String id = row.text("Id");
      String name = row.text("Name");
      if (id != null) {
        rows.put(lower(id), name == null ? "" : name);
      }
    }
  }

  private static String lower(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
