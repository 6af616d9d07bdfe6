package io.weft.sandbox.d365.dataverse;

import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.d365.entra.Gatekeeper;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.Hidden;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.Property;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.http.Handler;
import io.weft.sandbox.odata.BadQuery;
import io.weft.sandbox.odata.Query;
import io.weft.sandbox.odata.Selection;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /api/data/v9.2}: virtual tables of the ERP's entities, read-only. */
public final class DataverseEndpoint implements Handler {
  /** Where it is. */
  public static final String PATH = "/api/data/v9.2";

  private static final Pattern ONE = Pattern.compile("(\\w+)\\(([0-9a-fA-F-]{36})\\)");
  private static final Pattern DEFINITION =
      Pattern.compile("EntityDefinitions\\(LogicalName='(\\w+)'\\)");
  private static final Pattern PAGE_SIZE = Pattern.compile("odata\\.maxpagesize=(\\d+)");
  private static final List<String> NOT_WITH_TRACKING =
      List.of("$filter", "$orderby", "$expand", "$top");

  private final Erp erp;
  private final ChangeLogs logs;
  private final Gatekeeper gatekeeper;
  private final DeltaFeed feed;

  /** Makes the endpoint over the tenant's data. */
  public DataverseEndpoint(Erp erp, ChangeLogs logs, Gatekeeper gatekeeper) {
    this.erp = erp;
    this.logs = logs;
    this.gatekeeper = gatekeeper;
    this.feed = new DeltaFeed(erp, logs);
  }

  @Override
  public Answer handle(Call call) {
    Optional<Answer> refused = gatekeeper.refusal(call);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (!call.method().equals("GET")) {
      return DataverseErrors.of(405, "0x80060888", "The virtual tables are read-only here.");
    }
    try {
      return answer(call, setOf(call)).header("OData-Version", "4.0");
    } catch (BadQuery | IllegalArgumentException | DateTimeException e) {
      return DataverseErrors.bad(String.valueOf(e.getMessage()));
    }
  }

  /** Returns what a call is about, for faults and counters: the path below the root. */
  public static String setOf(Call call) {
    String rest = call.path().substring(Math.min(call.path().length(), PATH.length()));
    return rest.startsWith("/") ? rest.substring(1) : rest;
  }

  private Answer answer(Call call, String path) {
    if (path.equals("WhoAmI")) {
      return Answer.json(200, whoAmI(call));
    }
    Matcher definition = DEFINITION.matcher(path);
    if (definition.matches()) {
      return definition(definition.group(1));
    }
    Matcher one = ONE.matcher(path);
    if (one.matches()) {
      return virtual(one.group(1))
          .map(set -> one(call, set, UUID.fromString(one.group(2))))
          .orElseGet(() -> DataverseErrors.noSuchSegment(one.group(1)));
    }
    boolean counted = path.endsWith("/$count");
    String name = counted ? path.substring(0, path.length() - "/$count".length()) : path;
    return virtual(name)
        .map(set -> counted ? count(call, set) : many(call, set))
        .orElseGet(() -> DataverseErrors.noSuchSegment(name));
  }

  private Optional<EntitySet> virtual(String name) {
    return erp.schema().sets().stream()
        .filter(set -> set.virtualSet().equals(name))
        .filter(set -> erp.settings().on("virtualTable." + set.name()))
        .findFirst()
        .map(
            set -> {
              erp.open(set);
              return set;
            });
  }

  private Answer many(Call call, EntitySet set) {
    String token = call.query().get("$deltatoken");
    String skip = call.query().get("$skiptoken");
    boolean tracking = prefers(call, "odata.track-changes");
    if (!tracking && token == null && skip == null) {
      return list(call, set);
    }
    for (String option : NOT_WITH_TRACKING) {
      if (call.query().containsKey(option)) {
        return DataverseErrors.notWithTracking(option);
      }
    }
    DeltaFeed.Position at = position(token, skip);
    if (at == null) {
      return DataverseErrors.expired();
    }
    Answer answer = Answer.json(200, feed.page(page(call, set), at));
    return tracking ? answer.header("Preference-Applied", "odata.track-changes") : answer;
  }

  private DeltaFeed.@Nullable Position position(@Nullable String token, @Nullable String skip) {
    if (skip != null) {
      DeltaFeed.Position at = DeltaFeed.Position.parse(skip);
      return !at.full() && logs.expired(at.from()) ? null : at;
    }
    if (token == null) {
      return feed.start();
    }
    Long version = feed.version(token);
    return version == null ? null : feed.since(version);
  }

  private DeltaFeed.Page page(Call call, EntitySet set) {
    List<String> select = select(call, set);
    String columns = select.isEmpty() ? "" : "(" + String.join(",", select) + ")";
    String root = call.base() + PATH;
    return new DeltaFeed.Page(
        set,
        root + "/" + set.virtualSet(),
        root + "/$metadata#" + set.virtualSet() + columns,
        select,
        size(call));
  }

  private int size(Call call) {
    int most = erp.settings().number("deltaPageSize");
    String prefer = call.header("prefer");
    Matcher matcher = PAGE_SIZE.matcher(prefer == null ? "" : prefer);
    return matcher.find() ? Math.min(most, Integer.parseInt(matcher.group(1))) : most;
  }

  private Answer count(Call call, EntitySet set) {
    String token = call.query().get("$deltatoken");
    if (token == null) {
      return Answer.text(200, Integer.toString(erp.read(() -> erp.table(set).size())));
    }
    Long version = feed.version(token);
    return version == null
        ? DataverseErrors.expired()
        : Answer.text(200, Integer.toString(logs.of(set).count(version, logs.version())));
  }

  private Answer one(Call call, EntitySet set, UUID id) {
    List<String> select = select(call, set);
    ChangeLog.Living living = logs.of(set).find(VirtualId.recId(set, id)).orElse(null);
    Row row = living == null ? null : erp.read(() -> erp.table(set).find(living.key()));
    if (living == null || row == null || Hidden.recId(row) != living.recId()) {
      return DataverseErrors.of(
          404, "0x80040217", set.logicalName() + " With Id = " + id + " Does Not Exist");
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("@odata.context", call.base() + PATH + "/$metadata#" + set.virtualSet() + "/$entity");
    json.putAll(
        VirtualJson.row(set, row, living.version(), select, VirtualJson.chosen(set, select)));
    return Answer.json(200, json);
  }

  /** A plain read, without tracking: a filter, and no more than one page. */
  private Answer list(Call call, EntitySet set) {
    Query query = Query.of(call.query());
    Table table = erp.table(set);
    Selection found =
        erp.read(
            () -> Selection.of(table, query, new VirtualDialect(set), row -> true, size(call)));
    List<Property> chosen = VirtualJson.chosen(set, query.select());
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (Row row : found.rows()) {
      long version = logs.of(set).find(Hidden.recId(row)).map(ChangeLog.Living::version).orElse(0L);
      rows.add(VirtualJson.row(set, row, version, query.select(), chosen));
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("@odata.context", call.base() + PATH + "/$metadata#" + set.virtualSet());
    json.put("value", rows);
    return Answer.json(200, json);
  }

  private static List<String> select(Call call, EntitySet set) {
    List<String> select =
        Query.of(Map.of("$select", call.query().getOrDefault("$select", ""))).select();
    for (String name : select) {
      boolean known =
          set.byVirtualName().containsKey(name)
              || name.equals("mserp_primaryfield")
              || name.equals(set.virtualKey());
      if (!known) {
        throw new BadQuery(
            "Could not find a property named '%s' on type 'Microsoft.Dynamics.CRM.%s'."
                .formatted(name, set.logicalName()));
      }
    }
    return select;
  }

  private Answer definition(String logicalName) {
    for (EntitySet set : erp.schema().sets()) {
      if (set.logicalName().equals(logicalName)) {
        boolean visible = erp.settings().on("virtualTable." + set.name());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("LogicalName", logicalName);
        json.put("EntitySetName", set.virtualSet());
        json.put("ChangeTrackingEnabled", visible);
        return visible ? Answer.json(200, json) : DataverseErrors.noSuchSegment(logicalName);
      }
    }
    return DataverseErrors.noSuchSegment(logicalName);
  }

  private Map<String, @Nullable Object> whoAmI(Call call) {
    String client = gatekeeper.clientOf(call);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put(
        "@odata.context", call.base() + PATH + "/$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse");
    json.put("BusinessUnitId", named("business unit"));
    json.put("UserId", named(client));
    json.put("OrganizationId", named("organization"));
    return json;
  }

  private static String named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static boolean prefers(Call call, String preference) {
    String prefer = call.header("prefer");
    return prefer != null && prefer.contains(preference);
  }
}
