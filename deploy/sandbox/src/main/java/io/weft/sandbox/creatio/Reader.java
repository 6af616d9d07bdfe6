package io.weft.sandbox.creatio;

import io.weft.sandbox.Column;
import io.weft.sandbox.Row;
import io.weft.sandbox.Site;
import io.weft.sandbox.Table;
import io.weft.sandbox.World;
import io.weft.sandbox.control.Fault;
import io.weft.sandbox.control.FaultRule;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.http.Json;
import io.weft.sandbox.odata.BadQuery;
import io.weft.sandbox.odata.Query;
import io.weft.sandbox.odata.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers reads: sets, single rows, single columns and counts. */
final class Reader {
  /** The most rows in one answer; further ones are left out without a word. */
  static final int CAP = 20_000;

  private final Site site;
  private final Render render;

  Reader(Site site) {
    this.site = site;
    this.render = new Render(site.world());
  }

  Answer read(Call call, String root, Table table, Target target) {
    Query query = Query.of(call.query());
    new CreatioDialect(world(), table).check(query);
    render.check(table, query, 0);
    Predicate<Row> visible = visible(table.name());
    if (target.key() != null) {
      return single(root, table, target, query, visible);
    }
    return target.rest().equals(List.of("$count"))
        ? count(table, query, visible)
        : many(root, table, query, visible);
  }

  private Answer many(String root, Table table, Query query, Predicate<Row> visible) {
    Map<String, @Nullable Object> body =
        world()
            .read(
                CreatioTenant.SYSTEM,
                () -> {
                  Selection found = select(table, query, visible);
                  Map<String, @Nullable Object> page = new LinkedHashMap<>();
                  page.put("@odata.context", context(root, table, query));
                  if (found.total() >= 0) {
                    page.put("@odata.count", found.total());
                  }
                  List<Object> rows = new ArrayList<>();
                  found.rows().forEach(row -> rows.add(render.row(row, query)));
                  page.put("value", rows);
                  return page;
                });
    return ok(body);
  }

  private Selection select(Table table, Query query, Predicate<Row> visible) {
    // With an offset the server sorts by id in the end, so that pages neither overlap nor leak.
    Query stable = query;
    if (query.skip() > 0 || query.top() != null) {
      List<Query.Order> orders = new ArrayList<>(query.orderBy());
      orders.add(new Query.Order(List.of("Id"), false));
      stable =
          new Query(
              query.filter(),
              query.select(),
              query.expand(),
              orders,
              query.top(),
              query.skip(),
              query.count());
    }
    return Selection.of(table, stable, new CreatioDialect(world(), table), visible, CAP);
  }

  private Answer count(Table table, Query query, Predicate<Row> visible) {
    Query all = new Query(query.filter(), List.of(), List.of(), List.of(), 0, 0, true);
    int total = world().read(CreatioTenant.SYSTEM, () -> select(table, all, visible).total());
    return Answer.text(200, Integer.toString(total));
  }

  private Answer single(
      String root, Table table, Target target, Query query, Predicate<Row> visible) {
    String key = target.key();
    Row row = key == null ? null : world().read(CreatioTenant.SYSTEM, () -> table.find(key));
    if (row == null || !visible.test(row)) {
      return Errors.unknownKey(table.name());
    }
    if (!target.rest().isEmpty()) {
      return property(root, row, target);
    }
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("@odata.context", context(root, table, query) + "/$entity");
    body.putAll(world().read(CreatioTenant.SYSTEM, () -> render.row(row, query)));
    return ok(body);
  }

  private static Answer property(String root, Row row, Target target) {
    String name = target.rest().get(0);
    Column column = row.table().columns().get(name);
    Object stored = column == null ? null : row.get(name);
    if (column == null || stored == null) {
      throw new BadQuery(404, "Resource not found for the segment '" + name + "'.");
    }
    Object value = CreatioValues.wire(column, stored);
    if (target.rest().size() > 1) {
      return Answer.text(200, value.toString());
    }
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put(
        "@odata.context",
        root + "/$metadata#" + row.table().name() + "(" + row.key() + ")/" + name);
    body.put("value", value);
    return ok(body);
  }

  /** Returns the body that answers a create: all columns, times in more digits than are kept. */
  Answer created(String root, Row row) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("@odata.context", root + "/$metadata#" + row.table().name() + "/$entity");
    row.table()
        .columns()
        .forEach(
            (name, column) -> {
              Object stored = row.get(name);
              body.put(name, stored == null ? null : CreatioValues.fresh(row, stored));
            });
    return Answer.of(201, CreatioApi.JSON, Json.bytes(body))
        .header("OData-Version", "4.0")
        .header("Location", root + "/" + row.table().name() + "(" + row.key() + ")");
  }

  private Predicate<Row> visible(String set) {
    FaultRule hidden = site.faults().strike(Fault.HIDDEN_ROWS, CreatioTenant.SYSTEM, "GET", set);
    if (hidden == null) {
      return Selection.EVERY;
    }
    String keys = hidden.text("keys");
    long percent = hidden.number("percent", 10);
    return keys != null
        ? row -> !keys.contains(row.key())
        : row -> Math.floorMod(row.key().hashCode(), 100) >= percent;
  }

  private static String context(String root, Table table, Query query) {
    String columns = query.select().isEmpty() ? "" : "(" + String.join(",", query.select()) + ")";
    return root + "/$metadata#" + table.name() + columns;
  }

  private static Answer ok(Map<String, @Nullable Object> body) {
    return Answer.of(200, CreatioApi.JSON, Json.bytes(body)).header("OData-Version", "4.0");
  }

  private World world() {
    return site.world();
  }
}
