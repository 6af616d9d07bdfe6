package io.weft.activities.creatio;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.governor.Lane;
import io.weft.activities.http.Addresses;
import io.weft.activities.http.Answer;
import io.weft.activities.http.Expect;
import io.weft.activities.http.HttpCall;
import io.weft.activities.http.JsonHttp;
import io.weft.activities.http.Kind;
import io.weft.activities.http.Metadata;
import io.weft.activities.http.MetadataCache;
import io.weft.activities.http.Names;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Creatio's OData 4 endpoint, and its DataService for conditional writes. */
public final class ODataCreatioClient implements CreatioClient {
  private static final String BODY = "application/json; charset=utf-8; IEEE754Compatible=true";
  private static final long MODEL_BYTES = 64L << 20;

  private final JsonHttp http;
  private final Addresses odata;
  private final Addresses site;
  private final UpdateQuery updates;
  private final MetadataCache model;

  /** A client over a request path; {@link CreatioAccess} builds one from a connection. */
  public ODataCreatioClient(CreatioConnection connection, JsonHttp http, Clock clock) {
    this.http = http;
    this.odata = new Addresses(connection.url(), connection.odataRoot());
    // Services beside OData carry the same prefix: /0 on .NET Framework, none on .NET.
    String prefix = connection.odataRoot().replaceFirst("/?odata/?$", "");
    this.site = new Addresses(connection.url(), prefix);
    this.model = new MetadataCache(Side.CREATIO, this::readModel, clock);
    this.updates = new UpdateQuery(this::metadata);
  }

  private ODataCreatioClient(ODataCreatioClient same, JsonHttp http) {
    this.http = http;
    this.odata = same.odata;
    this.site = same.site;
    this.model = same.model;
    this.updates = same.updates;
  }

  /** The same client in another lane; sign-in, limits and model are shared. */
  public ODataCreatioClient in(Lane lane) {
    return new ODataCreatioClient(this, http.in(lane));
  }

  @Override
  public ODataCreatioClient on(LegalEntity legalEntity) {
    return new ODataCreatioClient(this, http.on(legalEntity));
  }

  @Override
  public Optional<Row> get(String set, String id, Columns columns, List<Expand> expand) {
    if (!CreatioFilter.isGuid(id)) {
      return Optional.empty(); // no record has such an id, and it must not reach the address
    }
    Addresses.Address address = odata.at(key(set, id)).option("$select", select(columns, true));
    if (!expand.isEmpty()) {
      address.option("$expand", related(expand));
    }
    try {
      return Optional.ofNullable(http.send(read(set + ".read", Kind.READ, address)).json());
    } catch (RemoteException.Conflict e) {
      if (e.kind() == RemoteException.Conflict.Kind.GONE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public Page query(String set, CreatioQuery query) {
    return page(query, http.send(asking(set, query)));
  }

  /** A site that takes no reads in a batch is asked one by one. */
  @Override
  public List<Page> queryAll(String set, List<CreatioQuery> queries) {
    if (queries.size() < 2) {
      return CreatioClient.super.queryAll(set, queries);
    }
    BatchedQueries batch =
        new BatchedQueries(set, queries.stream().map(query -> asking(set, query)).toList());
    HttpCall call = wired(batch.call(odata.at("/$batch").url()));
    try {
      List<Answer> answers = batch.read(http.sendAll(call, batch::answers));
      return IntStream.range(0, answers.size())
          .mapToObj(i -> page(queries.get(i), answers.get(i)))
          .toList();
    } catch (RemoteException.Rejected | RemoteException.Malformed e) {
      return CreatioClient.super.queryAll(set, queries);
    }
  }

  private HttpCall asking(String set, CreatioQuery query) {
    return read(set + ".query", Kind.QUERY, address(set, query, from(query)));
  }

  private static @Nullable Keyset from(CreatioQuery query) {
    return query.after() == null ? null : Keyset.parse(query.after());
  }

  private static Page page(CreatioQuery query, Answer answer) {
    Row json = json(answer);
    List<Row> rows = json.rows("value");
    boolean full = rows.size() >= query.top();
    BigDecimal total = json.number("@odata.count");
    return new Page(
        rows,
        full ? Keyset.after(from(query), query.order(), rows) : null,
        total == null ? null : total.longValue());
  }

  private Addresses.Address address(String set, CreatioQuery query, @Nullable Keyset from) {
    boolean byTime = query.order() == CreatioQuery.Order.MODIFIED_ON;
    Addresses.Address address =
        odata.at("/" + Names.checked(set)).option("$select", select(query.columns(), byTime));
    List<CreatioFilter> filters = new ArrayList<>();
    Optional.ofNullable(query.filter()).ifPresent(filters::add);
    Optional.ofNullable(from).map(Keyset::filter).ifPresent(filters::add);
    if (!filters.isEmpty()) {
      address.option("$filter", CreatioFilter.all(filters.toArray(CreatioFilter[]::new)).text());
    }
    if (!query.expand().isEmpty()) {
      address.option("$expand", related(query.expand()));
    }
    address.option("$orderby", byTime ? "ModifiedOn asc,Id asc" : "Id asc");
    address.option("$top", Integer.toString(query.top()));
    if (from != null && from.offset() > 0) {
      address.option("$skip", Integer.toString(from.offset()));
    }
    return query.total() ? address.option("$count", "true") : address;
  }

  @Override
  public Row create(String set, String id, Map<String, Object> body) {
    return json(http.send(creating(set, id, body)));
  }

  @Override
  public void patch(String set, String id, Map<String, Object> body) {
    http.send(changing(set, id, body));
  }

  @Override
  public void patchIfUnchanged(
      String set, String id, Map<String, Object> seen, Map<String, Object> body) {
    String name = set + ".update";
    Map<String, Object> query = updates.body(Names.checked(set), guid(name, id), seen, body);
    HttpCall call =
        HttpCall.post(
            name, Kind.SERVICE, site.at("/DataService/json/SyncReply/UpdateQuery").url(), query);
    Row answer = json(http.send(wired(call).expecting(Expect.JSON)));
    BigDecimal affected = answer.number("rowsAffected");
    if (affected != null && affected.signum() == 0) {
      throw new RemoteException.Conflict(
          Side.CREATIO,
          name,
          name + ": the record was changed or removed since it was read",
          RemoteException.Conflict.Kind.MOVED);
    }
  }

  @Override
  public void delete(String set, String id) {
    http.send(deleting(set, id));
  }

  @Override
  public List<WriteResult> batch(List<Write> writes) {
    Batch batch = new Batch(writes, this::call);
    if (batch.isEmpty()) {
      return batch.results(List.of());
    }
    HttpCall call = wired(batch.call(odata.at("/$batch").url()));
    return batch.results(http.sendAll(call, batch::answers));
  }

  @Override
  public int writesAtOnce() {
    return http.writesAtOnce();
  }

  private HttpCall call(Write write) {
    if (write instanceof Write.Create create) {
      return creating(create.set(), create.id(), create.body());
    }
    return write instanceof Write.Update update
        ? changing(update.set(), update.id(), update.body())
        : deleting(write.set(), write.id());
  }

  private HttpCall creating(String set, String id, Map<String, Object> body) {
    String name = set + ".create";
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("Id", guid(name, id));
    whole.putAll(body);
    return wired(HttpCall.post(name, Kind.CREATE, odata.at("/" + Names.checked(set)).url(), whole));
  }

  private HttpCall changing(String set, String id, Map<String, Object> body) {
    String name = set + ".update";
    return wired(HttpCall.patch(name, odata.at(key(set, guid(name, id))).url(), body));
  }

  private HttpCall deleting(String set, String id) {
    String name = set + ".delete";
    return wired(HttpCall.delete(name, odata.at(key(set, guid(name, id))).url()));
  }

  @Override
  public Metadata metadata() {
    return model.get();
  }

  private Answer readModel() {
    HttpCall call = HttpCall.get("metadata", Kind.QUERY, odata.at("/$metadata").url());
    return http.send(call.expecting(Expect.XML).atMost(MODEL_BYTES));
  }

  @Override
  public void ping() {
    HttpCall call = HttpCall.get("ping", Kind.QUERY, site.at("/api/HealthCheck/Ping").url());
    http.send(call.expecting(Expect.NOTHING));
  }

  private static HttpCall read(String name, Kind kind, Addresses.Address address) {
    return HttpCall.get(name, kind, address.url()).header("Accept", "application/json");
  }

  private static HttpCall wired(HttpCall call) {
    return call.header("Accept", "application/json").header("Content-Type", BODY);
  }

  private static Row json(Answer answer) {
    Row json = answer.json();
    return json == null ? Row.of(Map.of()) : json;
  }

  private static String key(String set, String id) {
    return "/" + Names.checked(set) + "(" + id.toLowerCase(Locale.ROOT) + ")";
  }

  private static String guid(String call, String id) {
    if (!CreatioFilter.isGuid(id)) {
      String what = call + ": '" + id + "' is no id of a Creatio record";
      throw new RemoteException.Rejected(Side.CREATIO, call, what, "Id");
    }
    return id.toLowerCase(Locale.ROOT);
  }

  private static String select(Columns columns, boolean withTime) {
    Set<String> names = new LinkedHashSet<>(List.of("Id"));
    if (withTime) {
      names.addAll(List.of("ModifiedOn", "ModifiedById"));
    }
    columns.names().forEach(name -> names.add(Names.checked(name)));
    return String.join(",", names);
  }

  private static String related(List<Expand> expand) {
    return expand.stream().map(Expand::text).collect(Collectors.joining(","));
  }
}
