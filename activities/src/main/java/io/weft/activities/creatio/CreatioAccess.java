package io.weft.activities.creatio;

import io.weft.activities.governor.Caller;
import io.weft.activities.http.ClientCredentials;
import io.weft.activities.http.JsonHttp;
import io.weft.activities.http.Shared;
import io.weft.workflows.record.Side;
import java.time.Duration;
import okhttp3.OkHttpClient;

/** Builds the client of one Creatio site from a connection and what the process shares. */
public final class CreatioAccess {
  /** Creatio's tokens live an hour. */
  private static final Duration EARLY = Duration.ofSeconds(60);

  private CreatioAccess() {}

  /** A client in the live lane; {@link ODataCreatioClient#in} gives the other. Sends nothing. */
  public static ODataCreatioClient connect(CreatioConnection connection, Shared shared) {
    OkHttpClient client = shared.clients().withTimeout(connection.callTimeout());
    ClientCredentials.Grant grant =
        new ClientCredentials.Grant(
            Side.CREATIO,
            connection.tokenUrl(),
            connection.clientId(),
            connection.clientSecret(),
            null,
            EARLY);
    JsonHttp http =
        new JsonHttp(
            Side.CREATIO,
            new JsonHttp.Wiring(
                client, shared.governor(), shared.counts(), shared.deadline(), shared.clock()),
            new ClientCredentials(grant, client, shared.clock()),
            new CreatioErrors(shared.clock()),
            Caller.LIVE);
    return new ODataCreatioClient(connection, http, shared.clock());
  }
}
