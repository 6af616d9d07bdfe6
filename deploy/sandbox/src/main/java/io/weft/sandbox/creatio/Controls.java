package io.weft.sandbox.creatio;

import io.weft.sandbox.Column;
import io.weft.sandbox.Kind;
import io.weft.sandbox.Row;
import io.weft.sandbox.Site;
import io.weft.sandbox.Table;
import io.weft.sandbox.Who;
import io.weft.sandbox.control.Deliveries;
import io.weft.sandbox.control.DeliveryTarget;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.http.Handler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person does to a Creatio: edits in the screens, merges, publishes columns. */
final class Controls {
  private final Site site;
  private final EntityLayer entities;
  private final Users users;
  private final Settings settings;
  private final Rebuilds rebuilds;
  private final Deliveries deliveries;

  Controls(
      Site site,
      EntityLayer entities,
      Users users,
      Settings settings,
      Rebuilds rebuilds,
      Deliveries deliveries) {
    this.site = site;
    this.entities = entities;
    this.users = users;
    this.settings = settings;
    this.rebuilds = rebuilds;
    this.deliveries = deliveries;
  }

  Map<String, Handler> handlers() {
    Map<String, Handler> handlers = new LinkedHashMap<>();
    handlers.put("merge", this::merge);
    handlers.put("columns", this::columns);
    handlers.put("settings", this::settings);
    handlers.put("notifier", this::notifier);
    handlers.put("seed", this::seed);
    return handlers;
  }

  Answer actAsUser(Call call, String set, @Nullable String key) {
    try {
      Map<String, @Nullable Object> body = call.json();
      Caller caller = person(call, body);
      Table table = table(set);
      return switch (call.method()) {
        case "POST" -> Answer.json(201, entities.create(caller, table, body).all());
        case "PATCH" -> Answer.json(200, entities.update(caller, table, needed(key), body).all());
        case "DELETE" -> delete(caller, table, needed(key));
        default -> Answer.empty(405);
      };
    } catch (Refusal e) {
      return e.answer();
    }
  }

  private Answer delete(Caller caller, Table table, String key) {
    entities.delete(caller, table, key);
    return Answer.empty(204);
  }

  private Answer merge(Call call) {
    Map<String, @Nullable Object> body = call.json();
    Table table = table(String.valueOf(body.getOrDefault("set", "Account")));
    if (!(body.get("ids") instanceof List<?> ids)) {
      throw new IllegalArgumentException("'ids' is missing");
    }
    List<String> keys = ids.stream().map(String::valueOf).toList();
    Row survivor =
        entities.write(
            person(call, body),
            "MERGE",
            table.name(),
            save -> new Merge(save, table, settings.duplicatesHistory()).of(keys));
    return Answer.json(200, survivor.all());
  }

  /** {@code PUT} or {@code DELETE /control/creatio/columns/<set>/<column>}. */
  private Answer columns(Call call) {
    String[] path = call.path().split("/");
    if (path.length < 6) {
      throw new IllegalArgumentException("columns/<set>/<column> is expected");
    }
    Table table = table(path[4]);
    Map<String, @Nullable Object> body = call.json();
    boolean add = call.method().equals("PUT");
    site.world()
        .write(
            CreatioTenant.SYSTEM,
            new Who(Who.SERVER, null),
            tx -> add ? publish(table, path[5], body) : withdraw(table, path[5]));
    rebuilds.begin(table.name(), number(body.get("rebuildSeconds")));
    return Answer.empty(204);
  }

  private static boolean publish(Table table, String name, Map<String, @Nullable Object> body) {
    String type = String.valueOf(body.getOrDefault("type", "text"));
    Object length = body.get("length");
    int size = length == null ? 250 : (int) number(length);
    String target = String.valueOf(body.get("target"));
    Column column = Schema.custom(name, type, size, target);
    table.column(column);
    if (column.kind() == Kind.TEXT || column.target() != null) {
      table.hashedBy(column.name());
    }
    return true;
  }

  private static boolean withdraw(Table table, String name) {
    table.removeColumn(table.columns().containsKey(name) ? name : name + "Id");
    return true;
  }

  private Answer settings(Call call) {
    if (!call.method().equals("GET")) {
      settings.change(call.json());
    }
    return Answer.json(200, settings.toJson());
  }

  private Answer notifier(Call call) {
    if (!call.method().equals("GET")) {
      deliveries.target(DeliveryTarget.of(call.json(), Notifier.DEFAULT_SETS));
    }
    return Answer.json(200, deliveries.toJson());
  }

  /** {@code POST /control/creatio/seed}: persons, products and orders for what is there. */
  private Answer seed(Call call) {
    SalesPlan plan = SalesPlan.of(call.json(), site.options().seed());
    return Answer.json(200, new SalesSeed(site.world(), settings.orders(), plan).run());
  }

  private Caller person(Call call, Map<String, @Nullable Object> body) {
    Object named = body.containsKey("user") ? body.get("user") : call.query().get("user");
    String user = named == null ? Users.STAFF.get(0) : named.toString();
    return new Caller(user, users.hire(user), true, call.requestId());
  }

  private Table table(String set) {
    Table table = site.world().findTable(CreatioTenant.SYSTEM, set);
    if (table == null) {
      throw new IllegalArgumentException("no set '" + set + "' in creatio");
    }
    return table;
  }

  private static String needed(@Nullable String key) {
    if (key == null) {
      throw new IllegalArgumentException("the key is missing");
    }
    return key;
  }

  private static long number(@Nullable Object value) {
    return value == null ? 0 : Long.parseLong(value.toString());
  }
}
