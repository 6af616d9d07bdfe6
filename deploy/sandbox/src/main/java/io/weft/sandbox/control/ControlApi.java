package io.weft.sandbox.control;

import io.weft.sandbox.JournalEntry;
import io.weft.sandbox.SandboxOptions;
import io.weft.sandbox.Site;
import io.weft.sandbox.Table;
import io.weft.sandbox.Tenant;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.http.Handler;
import io.weft.sandbox.seed.Companies;
import io.weft.sandbox.seed.SeedPlan;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The addresses under {@code /control}: JSON in, JSON out, no sign-in. Faults, delays and request
 * counters do not apply to them.
 */
public final class ControlApi implements Handler {
  private final Site site;
  private final Map<String, Tenant> tenants = new LinkedHashMap<>();

  /** Makes the addresses for these tenants. */
  public ControlApi(Site site, List<Tenant> tenants) {
    this.site = site;
    tenants.forEach(tenant -> this.tenants.put(tenant.system(), tenant));
  }

  /** Makes up the companies that the options ask for. */
  public void seedAtStart(SandboxOptions options) {
    seed(
        new SeedPlan(
            options.seed(),
            options.accounts(),
            options.customers(),
            options.contacts(),
            options.overlap(),
            0.2));
  }

  @Override
  public Answer handle(Call call) {
    try {
      return route(call, call.path().substring("/control/".length()).split("/"));
    } catch (IllegalArgumentException e) {
      return Answer.json(400, Map.of("error", String.valueOf(e.getMessage())));
    }
  }

  private Answer route(Call call, String[] path) {
    return switch (path[0]) {
      case "health" -> Answer.json(200, Map.of("status", "up"));
      case "state" -> Answer.json(200, state());
      case "seed" -> seed(call);
      case "journal" -> journal(call.query());
      case "faults" -> faults(call, segment(path, 1));
      case "latency" -> latency(call);
      case "clients" -> clients(call, segment(path, 1), segment(path, 2));
      case "tokens" -> tokens(call);
      case "traffic" -> traffic(call);
      default -> tenant(call, path);
    };
  }

  private Map<String, @Nullable Object> state() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("seed", site.options().seed());
    state.put("journal", site.world().journal().last());
    state.put("faults", site.faults().toJson());
    state.put("latencyMs", site.latency().toJson());
    state.put("traffic", site.traffic().toJson());
    state.put("clients", site.credentials().toJson());
    tenants.forEach((system, tenant) -> state.put(system, tenant(tenant)));
    return state;
  }

  private Map<String, @Nullable Object> tenant(Tenant tenant) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>(tenant.state());
    facts.put("now", site.world().now(tenant.system()));
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Table table : site.world().tables(tenant.system())) {
      counts.put(table.name(), site.world().read(tenant.system(), table::size));
    }
    facts.put("counts", counts);
    return facts;
  }

  private Answer seed(Call call) {
    Map<String, @Nullable Object> body = call.json();
    SeedPlan plan =
        new SeedPlan(
            (long) number(body, "seed", (double) site.options().seed()),
            (int) number(body, "accounts", 0),
            (int) number(body, "customers", 0),
            (int) number(body, "contacts", 0),
            number(body, "overlap", 0.5),
            number(body, "variants", 0.2),
            (int) number(body, "customerContacts", 0),
            body.get("country") == null ? null : text(body, "country"));
    seed(plan);
    return Answer.json(200, state());
  }

  private void seed(SeedPlan plan) {
    Companies companies = Companies.of(plan);
    Tenant creatio = tenants.get("creatio");
    if (creatio != null && plan.accounts() > 0) {
      creatio.seed(companies.accounts(), plan);
    }
    Tenant d365 = tenants.get("d365");
    if (d365 != null && plan.customers() > 0) {
      d365.seed(companies.customers(), plan);
    }
  }

  private Answer journal(Map<String, String> query) {
    Predicate<JournalEntry> wanted =
        entry ->
            is(query.get("system"), entry.system())
                && is(query.get("set"), entry.set())
                && is(query.get("key"), entry.key())
                && is(query.get("client"), entry.client());
    long after = Long.parseLong(query.getOrDefault("after", "0"));
    int limit = Integer.parseInt(query.getOrDefault("limit", "1000"));
    List<JournalEntry> found = site.world().journal().after(after, limit, wanted);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("last", site.world().journal().last());
    json.put("entries", found.stream().map(JournalEntry::toJson).toList());
    return Answer.json(200, json);
  }

  private static boolean is(@Nullable String wanted, String actual) {
    return wanted == null || wanted.equalsIgnoreCase(actual);
  }

  private Answer faults(Call call, @Nullable String id) {
    return switch (call.method()) {
      case "POST" -> inject(call.json());
      case "DELETE" -> removeFault(id);
      default -> Answer.json(200, site.faults().toJson());
    };
  }

  private Answer inject(Map<String, @Nullable Object> wanted) {
    if ("new-token".equals(wanted.get("until"))) {
      String system = text(wanted, "system");
      return Answer.json(200, Map.of("revoked", site.credentials().revoke(system, null)));
    }
    return Answer.json(201, site.faults().inject(wanted).toJson());
  }

  private Answer removeFault(@Nullable String id) {
    if (id == null) {
      site.faults().clear();
      return Answer.empty(204);
    }
    return Answer.empty(site.faults().remove(Long.parseLong(id)) ? 204 : 404);
  }

  private Answer latency(Call call) {
    if (!call.method().equals("GET")) {
      Map<String, @Nullable Object> body = call.json();
      Duration answer = Duration.ofMillis((long) number(body, "millis", 0));
      Duration write = Duration.ofMillis((long) number(body, "writeMillis", 0));
      site.latency().set(text(body, "system"), new Delays(answer, write));
    }
    return Answer.json(200, site.latency().toJson());
  }

  private Answer clients(Call call, @Nullable String system, @Nullable String id) {
    if (call.method().equals("DELETE") && system != null && id != null) {
      return Answer.empty(site.credentials().remove(system, id) ? 204 : 404);
    }
    if (call.method().equals("POST")) {
      addOrRotate(call.json());
    }
    return Answer.json(200, site.credentials().toJson());
  }

  private void addOrRotate(Map<String, @Nullable Object> body) {
    String system = text(body, "system");
    String id = text(body, "id");
    String secret = text(body, "secret");
    boolean keepOld = Boolean.TRUE.equals(body.get("keepOld"));
    if (!site.credentials().rotate(system, id, secret, keepOld)) {
      Object user = body.get("user");
      site.credentials().add(system, id, secret, user == null ? id : user.toString());
    }
  }

  private Answer tokens(Call call) {
    Map<String, @Nullable Object> body = call.json();
    String system = text(body, "system");
    if (body.get("lifetimeSeconds") != null) {
      long seconds = (long) number(body, "lifetimeSeconds", 3600);
      site.credentials().lifetime(system, Duration.ofSeconds(seconds));
      return Answer.json(200, Map.of("lifetimeSeconds", seconds));
    }
    Object client = body.get("client");
    int revoked = site.credentials().revoke(system, client == null ? null : client.toString());
    return Answer.json(200, Map.of("revoked", revoked));
  }

  private Answer traffic(Call call) {
    if (call.method().equals("DELETE")) {
      site.traffic().reset();
    }
    return Answer.json(200, site.traffic().toJson());
  }

  private Answer tenant(Call call, String[] path) {
    Tenant tenant = tenants.get(path[0]);
    String set = segment(path, 1);
    if (tenant == null || set == null) {
      return Answer.json(404, Map.of("error", "no such control address"));
    }
    Handler own = tenant.controls().get(set);
    if (own != null) {
      return own.handle(call);
    }
    String key = segment(path, 2);
    return call.method().equals("GET")
        ? RawRows.answer(site.world(), path[0], set, key, call.query())
        : tenant.actAsUser(call, set, key);
  }

  private static @Nullable String segment(String[] path, int index) {
    return index < path.length ? path[index] : null;
  }

  private static String text(Map<String, @Nullable Object> body, String name) {
    Object value = body.get(name);
    if (value == null) {
      throw new IllegalArgumentException("'" + name + "' is missing");
    }
    return value.toString();
  }

  private static double number(Map<String, @Nullable Object> body, String name, double otherwise) {
    Object value = body.get(name);
    return value == null ? otherwise : Double.parseDouble(value.toString());
  }
}
