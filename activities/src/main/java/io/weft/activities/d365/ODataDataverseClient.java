package io.weft.activities.d365;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.governor.Lane;
import io.weft.activities.http.Addresses;
import io.weft.activities.http.HttpCall;
import io.weft.activities.http.JsonHttp;
import io.weft.activities.http.Kind;
import io.weft.activities.http.Links;
import io.weft.activities.http.Names;
import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import io.weft.workflows.record.Side;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Dataverse's Web API, as far as the change feed needs it. */
public final class ODataDataverseClient implements DataverseClient {
  private static final String API = "api/data/v9.2";
  private static final String FEED = "feed";

  private final JsonHttp http;
  private final Addresses api;

  /** A client over a request path; {@link D365Access} builds one from a connection. */
  public ODataDataverseClient(URI url, JsonHttp http) {
    this.http = http;
    this.api = new Addresses(url, API);
  }

  /** The same client in another lane. */
  public ODataDataverseClient in(Lane lane) {
    return new ODataDataverseClient(api, http.in(lane));
  }

  private ODataDataverseClient(Addresses api, JsonHttp http) {
    this.http = http;
    this.api = api;
  }

  @Override
  public Changes opening(String table, Columns columns) {
    HttpUrl url = api.at("/" + Names.checked(table)).option("$select", select(columns)).url();
    return changes(tracked(table + "." + FEED, url));
  }

  @Override
  public Changes since(String link) throws FeedExpired {
    HttpUrl url = Links.follow(Side.D365, FEED, api.base(), link);
    try {
      return changes(tracked(table(url) + "." + FEED, url));
    } catch (RemoteException e) {
      String message = String.valueOf(e.getMessage());
      if (DataverseErrors.expired(message)) {
        throw new FeedExpired(message);
      }
      throw e;
    }
  }

  @Override
  public Optional<Row> row(String table, String guid, Columns columns) {
    String id = UUID.fromString(guid).toString();
    HttpUrl url =
        api.at("/" + Names.checked(table) + "(" + id + ")")
            .option("$select", select(columns))
            .url();
    try {
      return Optional.ofNullable(
          http.send(wired(HttpCall.get(table + ".row", Kind.READ, url))).json());
    } catch (RemoteException.Conflict e) {
      if (e.kind() == RemoteException.Conflict.Kind.GONE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Changes changes(HttpCall call) {
    Row json = Optional.ofNullable(http.send(call).json()).orElse(Row.of(Map.of()));
    List<Row> changed = new ArrayList<>();
    List<String> deleted = new ArrayList<>();
    for (Row row : json.rows("value")) {
      String gone = deletedId(row);
      if (gone == null) {
        changed.add(row);
      } else {
        deleted.add(gone);
      }
    }
    return new Changes(
        changed, deleted, json.text("@odata.nextLink"), json.text("@odata.deltaLink"));
  }

  /** A deletion carries a context of its own, the GUID, and nothing else. */
  private static @Nullable String deletedId(Row row) {
    String context = row.text("@odata.context");
    String id = row.text("id");
    boolean gone = context != null && context.endsWith("$deletedEntity");
    return gone && id != null ? id.toLowerCase(Locale.ROOT) : null;
  }

  private static HttpCall tracked(String name, HttpUrl url) {
    return wired(HttpCall.get(name, Kind.QUERY, url)).header("Prefer", "odata.track-changes");
  }

  private static HttpCall wired(HttpCall call) {
    return call.header("Accept", "application/json")
        .header("OData-Version", "4.0")
        .header("OData-MaxVersion", "4.0");
  }

  private static String table(HttpUrl url) {
    String last = url.pathSegments().get(url.pathSize() - 1);
    return last.replaceAll("[^A-Za-z0-9_]", "");
  }

  private static String select(Columns columns) {
    return columns.names().stream().map(Names::checked).collect(Collectors.joining(","));
  }
}
