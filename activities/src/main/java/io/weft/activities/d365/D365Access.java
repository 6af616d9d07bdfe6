package io.weft.activities.d365;

import io.weft.activities.governor.Caller;
import io.weft.activities.http.Classifier;
import io.weft.activities.http.ClientCredentials;
import io.weft.activities.http.JsonHttp;
import io.weft.activities.http.Shared;
import io.weft.workflows.record.Side;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** Builds the clients of one F&amp;O environment from a connection and what the process shares. */
public final class D365Access {
  private static final Duration EARLY = Duration.ofMinutes(5);

  private D365Access() {}

  /** The ERP, in the live lane; {@link ODataD365Client#in} gives the other. Sends nothing. */
  public static ODataD365Client connect(D365Connection connection, Shared shared) {
    URI url = connection.url();
    JsonHttp http = http(connection, url, shared, new D365Errors(shared.clock()));
    return new ODataD365Client(url, http, shared.clock());
  }

  /**
   * The change feed, where the connection names a Dataverse. It has limits of its own, so give it a
   * governor of its own.
   */
  public static Optional<ODataDataverseClient> dataverse(D365Connection connection, Shared shared) {
    return Optional.ofNullable(connection.dataverseUrl())
        .map(
            url ->
                new ODataDataverseClient(
                    url, http(connection, url, shared, new DataverseErrors(shared.clock()))));
  }

  private static JsonHttp http(
      D365Connection connection, URI url, Shared shared, Classifier classifier) {
    OkHttpClient client = shared.clients().withTimeout(connection.callTimeout());
    ClientCredentials.Grant grant =
        new ClientCredentials.Grant(
            Side.D365,
            connection.tokenUrl(),
            connection.clientId(),
            connection.clientSecret(),
            scope(url),
            EARLY);
    return new JsonHttp(
        Side.D365,
        new JsonHttp.Wiring(
            client, shared.governor(), shared.counts(), shared.deadline(), shared.clock()),
        new ClientCredentials(grant, client, shared.clock()),
        classifier,
        Caller.LIVE);
  }

  /** A slash at the end or a capital in the host makes a token that the ERP refuses. */
  private static String scope(URI url) {
    return url.toString().replaceAll("/+$", "").toLowerCase(Locale.ROOT) + "/.default";
  }
}
