package io.weft.activities.d365;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.governor.Lane;
import io.weft.activities.http.Addresses;
import io.weft.activities.http.Answer;
import io.weft.activities.http.Expect;
import io.weft.activities.http.HttpCall;
import io.weft.activities.http.JsonHttp;
import io.weft.activities.http.Kind;
import io.weft.activities.http.Links;
import io.weft.activities.http.Metadata;
import io.weft.activities.http.MetadataCache;
import io.weft.activities.http.Names;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The ERP's OData endpoint {@code /data}. */
public final class ODataD365Client implements D365Client {
  private static final String ACCEPT = "application/json;odata.metadata=minimal";
  private static final long MODEL_BYTES = 128L << 20;

  private final JsonHttp http;
  private final Addresses data;
  private final MetadataCache model;

  /** A client over a request path; {@link D365Access} builds one from a connection. */
  public ODataD365Client(URI url, JsonHttp http, Clock clock) {
    this.http = http;
    this.data = new Addresses(url, "data");
    this.model = new MetadataCache(Side.D365, this::readModel, clock);
  }

  private ODataD365Client(ODataD365Client same, JsonHttp http) {
    this.http = http;
    this.data = same.data;
    this.model = same.model;
  }

  /** The same client in another lane; sign-in, limits and model are shared. */
  public ODataD365Client in(Lane lane) {
    return new ODataD365Client(this, http.in(lane));
  }

  @Override
  public ODataD365Client on(LegalEntity legalEntity) {
    return new ODataD365Client(this, http.on(legalEntity));
  }

  @Override
  public Optional<Row> read(EntityKey key, Columns columns) {
    if (!Keys.fitsPath(key)) {
      return find(key, columns);
    }
    HttpUrl url = company(data.at("/" + Keys.path(key))).option("$select", select(columns)).url();
    try {
      return Optional.ofNullable(http.send(get(key.set() + ".read", Kind.READ, url)).json());
    } catch (RemoteException.Conflict e) {
      if (e.kind() == RemoteException.Conflict.Kind.GONE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Some values are refused in a path, however they are encoded. */
  private Optional<Row> find(EntityKey key, Columns columns) {
    D365Query query = D365Query.of(columns).where(Keys.filter(key)).top(2);
    List<Row> rows = query(key.set(), query).rows();
    if (rows.size() > 1) {
      String call = key.set() + ".read";
      throw new RemoteException.Malformed(
          Side.D365, call, call + ": a full key found two rows", null);
    }
    return rows.stream().findFirst();
  }

  @Override
  public Page query(String set, D365Query query) {
    return page(http.send(asking(set, query)));
  }

  /** An environment that takes no reads in a batch is asked one by one. */
  @Override
  public List<Page> queryAll(String set, List<D365Query> queries) {
    if (queries.size() < 2) {
      return D365Client.super.queryAll(set, queries);
    }
    Batch batch = new Batch(queries.stream().map(query -> asking(set, query)).toList());
    HttpCall call = mixed(batch.reading(data.at("/$batch").url()));
    try {
      List<Answer> answers = batch.read(http.sendAll(call, batch::answers));
      return answers.stream().map(ODataD365Client::page).toList();
    } catch (RemoteException.Rejected | RemoteException.Malformed e) {
      return D365Client.super.queryAll(set, queries);
    }
  }

  private HttpCall asking(String set, D365Query query) {
    Addresses.Address address = company(data.at("/" + Names.checked(set)));
    address.option("$select", select(query.columns()));
    if (query.filter() != null) {
      address.option("$filter", query.filter().text());
    }
    if (!query.orderBy().isEmpty()) {
      address.option("$orderby", select(new Columns(query.orderBy())));
    }
    if (query.top() > 0) {
      address.option("$top", Integer.toString(query.top()));
    }
    if (query.skip() > 0) {
      address.option("$skip", Integer.toString(query.skip()));
    }
    if (query.total()) {
      address.option("$count", "true");
    }
    return get(set + ".query", Kind.QUERY, address.url());
  }

  @Override
  public Page next(String set, String link) {
    String name = Names.checked(set) + ".query";
    HttpUrl url = Links.follow(Side.D365, name, data.base(), link);
    return page(http.send(get(name, Kind.QUERY, url)));
  }

  private static Page page(Answer answer) {
    Row json = json(answer);
    BigDecimal total = json.number("@odata.count");
    return new Page(
        json.rows("value"), json.text("@odata.nextLink"), total == null ? null : total.longValue());
  }

  @Override
  public Row create(String set, Map<String, Object> body) {
    return json(http.send(creating(set, body)));
  }

  @Override
  public void update(EntityKey key, @Nullable String etag, Map<String, Object> body) {
    http.send(updating(key, etag, body));
  }

  @Override
  public void delete(EntityKey key, @Nullable String etag) {
    http.send(deleting(key, etag));
  }

  @Override
  public List<Row> changeset(List<Write> writes) {
    if (writes.isEmpty()) {
      return List.of();
    }
    Changeset changeset =
        new Changeset(writes.stream().map(this::call).toList(), data.at("/$batch").url());
    HttpCall call = mixed(changeset.call());
    return changeset.rows(http.sendAll(call, changeset::answers));
  }

  @Override
  public List<Optional<RemoteException>> batch(List<Write> writes) {
    if (writes.isEmpty()) {
      return List.of();
    }
    Batch batch = new Batch(writes.stream().map(this::call).toList());
    HttpCall call = mixed(batch.call(data.at("/$batch").url()));
    return batch.results(http.sendAll(call, batch::answers));
  }

  @Override
  public int writesAtOnce() {
    return http.writesAtOnce();
  }

  private HttpCall call(Write write) {
    if (write instanceof Write.Create create) {
      return creating(create.set(), create.body());
    }
    if (write instanceof Write.Update update) {
      return updating(update.key(), update.etag(), update.body());
    }
    Write.Delete delete = (Write.Delete) write; // the language of Java 17 has no better way
    return deleting(delete.key(), delete.etag());
  }

  private HttpCall creating(String set, Map<String, Object> body) {
    HttpUrl url = company(data.at("/" + Names.checked(set))).url();
    return wired(HttpCall.post(set + ".create", Kind.CREATE, url, body));
  }

  private HttpCall updating(EntityKey key, @Nullable String etag, Map<String, Object> body) {
    return guarded(HttpCall.patch(key.set() + ".update", address(key), body), etag);
  }

  private HttpCall deleting(EntityKey key, @Nullable String etag) {
    return guarded(HttpCall.delete(key.set() + ".delete", address(key)), etag);
  }

  @Override
  public Metadata metadata() {
    return model.get();
  }

  private Answer readModel() {
    HttpCall call = HttpCall.get("metadata", Kind.QUERY, data.at("/$metadata").url());
    return http.send(call.expecting(Expect.XML).atMost(MODEL_BYTES));
  }

  @Override
  public void ping() {
    query("Companies", D365Query.of(Columns.of("DataArea")).top(1));
  }

  private HttpUrl address(EntityKey key) {
    return company(data.at("/" + Keys.path(key))).url();
  }

  /** Without this option only the service user's own company is seen, whatever the key says. */
  private static Addresses.Address company(Addresses.Address address) {
    return address.option("cross-company", "true");
  }

  private static HttpCall guarded(HttpCall call, @Nullable String etag) {
    return etag == null ? wired(call) : wired(call).header("If-Match", etag);
  }

  private static HttpCall get(String name, Kind kind, HttpUrl url) {
    return wired(HttpCall.get(name, kind, url)).expecting(Expect.ODATA);
  }

  private static HttpCall mixed(HttpCall call) {
    return call.header("Accept", "multipart/mixed").header("OData-Version", "4.0");
  }

  private static HttpCall wired(HttpCall call) {
    return call.header("Accept", ACCEPT).header("OData-Version", "4.0");
  }

  private static Row json(Answer answer) {
    Row json = answer.json();
    return json == null ? Row.of(Map.of()) : json;
  }

  private static String select(Columns columns) {
    Set<String> names = new LinkedHashSet<>();
    columns.names().forEach(name -> names.add(Names.checked(name)));
    return String.join(",", names);
  }
}
