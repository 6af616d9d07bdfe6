package io.weft.sandbox.d365.data;

import io.weft.sandbox.Column;
import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.control.Fault;
import io.weft.sandbox.control.FaultRule;
import io.weft.sandbox.d365.entra.Caller;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.Hidden;
import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.Property;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.odata.Query;
import io.weft.sandbox.odata.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers GET: one row by key, pages, counts. */
final class Reads {
  private final Erp erp;

  Reads(Erp erp) {
    this.erp = erp;
  }

  Answer get(Call call, Caller caller, Resource resource) {
    EntitySet set = resource.set();
    if (erp.settings().on("readForbidden." + set.name())) {
      throw Refusal.forbidden("reading " + set.name());
    }
    String key = resource.key();
    return key == null ? many(call, caller, resource) : one(call, caller, set, key);
  }

  private Answer one(Call call, Caller caller, EntitySet set, String key) {
    Query query = Query.of(call.query());
    Expansion expansion = new Expansion(erp, set, query.expand());
    Map<Row, List<Row>> behind = new LinkedHashMap<>();
    Row row =
        erp.read(
            () -> {
              Row found = find(call, caller, set, key);
              behind.putAll(expansion.behind(found == null ? List.of() : List.of(found)));
              return found;
            });
    if (row == null || !shown(call, set).test(row)) {
      throw Refusal.missing();
    }
    String context = context(call, set, query.select()) + "/$entity";
    byte[] body = json(call, set, query.select(), expansion, behind).single(row, context);
    return answer(200, body).header("ETag", Hidden.etag(row));
  }

  private Answer many(Call call, Caller caller, Resource resource) {
    EntitySet set = resource.set();
    Query query = Query.of(call.query());
    checked(set, query);
    int cap = resource.counted() ? 0 : erp.settings().number("pageSize");
    Predicate<Row> shown = shown(call, set);
    Predicate<Row> seen = caller.sees(call, set);
    Predicate<Row> visible = shown == Selection.EVERY ? seen : seen.and(shown);
    Expansion expansion = new Expansion(erp, set, query.expand());
    Map<Row, List<Row>> behind = new LinkedHashMap<>();
    Selection page =
        erp.read(
            () -> {
              Selection found = select(set, query, visible, cap, resource.counted());
              behind.putAll(expansion.behind(found.rows()));
              return found;
            });
    if (resource.counted()) {
      return Answer.text(200, Integer.toString(page.total()));
    }
    boolean more = query.top() == null && page.rows().size() == cap;
    String address = call.base() + "/data/" + set.name();
    String next = more ? Links.next(address, call.query(), query.skip() + cap) : null;
    EntityJson json = json(call, set, query.select(), expansion, behind);
    return answer(
        200, json.page(page.rows(), context(call, set, query.select()), page.total(), next));
  }

  private Selection select(
      EntitySet set, Query query, Predicate<Row> visible, int cap, boolean counted) {
    Table table = erp.table(set);
    List<Query.Order> order = order(set, query);
    Query ordered =
        new Query(
            order.equals(List.of(by(false))) ? KeyBound.with(set, query.filter()) : query.filter(),
            query.select(),
            List.of(),
            order,
            query.top(),
            counted ? 0 : query.skip(),
            query.count() || counted);
    return Selection.of(table, ordered, new DataDialect(set, table), visible, cap);
  }

  /** Returns the row of a key, if the caller's companies include it; null if not. */
  @Nullable Row find(Call call, Caller caller, EntitySet set, String key) {
    Row row = erp.table(set).find(KeySegment.parse(set, key));
    return row != null && caller.sees(call, set).test(row) ? row : null;
  }

  /**
   * The full key has an index. Without an order the rows come as they lie, and every write may turn
   * them round.
   */
  private List<Query.Order> order(EntitySet set, Query query) {
    List<Query.Order> orders = query.orderBy();
    if (orders.isEmpty() && erp.settings().on("unstableOrder")) {
      long turn = erp.site().world().journal().last() % 3;
      return turn == 0 ? List.of() : List.of(by(turn == 1));
    }
    List<Query.Order> full = new ArrayList<>();
    set.key().forEach(part -> full.add(new Query.Order(List.of(part.name()), false)));
    boolean startsWithKey =
        orders.size() >= full.size() && orders.subList(0, full.size()).equals(full);
    return startsWithKey ? List.of(by(false)) : orders;
  }

  private static Query.Order by(boolean descending) {
    return new Query.Order(List.of(Hidden.ORDER), descending);
  }

  private void checked(EntitySet set, Query query) {
    if (query.filter() != null) {
      new FilterCheck(set, erp.table(set)).check(query.filter());
    }
    for (Query.Order order : query.orderBy()) {
      if (!erp.columns(set).containsKey(String.join("/", order.path()))) {
        throw DataDialect.unknown(set, String.join("/", order.path()));
      }
    }
  }

  private EntityJson json(
      Call call,
      EntitySet set,
      List<String> select,
      Expansion expansion,
      Map<Row, List<Row>> behind) {
    EntityJson json = json(call, set, select);
    return expansion.isEmpty()
        ? json
        : json.with(
            expansion.target().name(),
            json(call, expansion.target(), expansion.select()),
            row -> behind.getOrDefault(row, List.of()));
  }

  private EntityJson json(Call call, EntitySet set, List<String> select) {
    Map<String, Column> columns = erp.columns(set);
    List<Property> shown = new ArrayList<>();
    for (Property property : set.properties()) {
      boolean wanted = select.isEmpty() || select.contains(property.name());
      if (wanted && columns.containsKey(property.name())) {
        shown.add(property);
      }
    }
    for (String name : select) {
      if (!columns.containsKey(name)) {
        throw DataDialect.unknown(set, name);
      }
    }
    String accept = call.header("accept");
    boolean full = accept != null && accept.contains("odata.metadata=full");
    return new EntityJson(set, shown, call.base() + "/data/", full);
  }

  /** Returns a created row in full. */
  byte[] whole(Call call, EntitySet set, Row row) {
    return json(call, set, List.of()).single(row, context(call, set, List.of()) + "/$entity");
  }

  private static String context(Call call, EntitySet set, List<String> select) {
    String columns = select.isEmpty() ? "" : "(" + String.join(",", select) + ")";
    return call.base() + "/data/$metadata#" + set.name() + columns;
  }

  private Predicate<Row> shown(Call call, EntitySet set) {
    FaultRule rule =
        erp.site().faults().strike(Fault.HIDDEN_ROWS, Erp.SYSTEM, call.method(), set.name());
    if (rule == null) {
      return Selection.EVERY;
    }
    String keys = rule.text("keys");
    long percent = rule.number("percent", 10);
    return keys != null
        ? row -> !keys.contains(row.key())
        : row -> Math.floorMod(row.key().hashCode(), 100) >= percent;
  }

  static Answer answer(int status, byte[] body) {
    return Answer.of(status, "application/json; odata.metadata=minimal; charset=utf-8", body)
        .header("OData-Version", "4.0");
  }
}
