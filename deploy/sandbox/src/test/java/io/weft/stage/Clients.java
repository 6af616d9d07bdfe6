package io.weft.stage;

import io.weft.activities.creatio.CreatioAccess;
import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.CreatioConnection;
import io.weft.activities.d365.D365Access;
import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Connection;
import io.weft.activities.governor.AdaptiveGovernor;
import io.weft.activities.governor.Limits;
import io.weft.activities.http.AttemptDeadline;
import io.weft.activities.http.CallCounts;
import io.weft.activities.http.HttpClients;
import io.weft.activities.http.Shared;
import io.weft.activities.secret.Secret;
import io.weft.sandbox.Sandbox;
import io.weft.sandbox.SandboxOptions;
import io.weft.sandbox.Talk;
import io.weft.workflows.record.Side;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** An empty sandbox and the clients that the product uses, for tests of the two together. */
final class Clients implements AutoCloseable {
  private static final Secret SECRET = Secret.of("weft-secret");
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
  private final HttpClients http = new HttpClients("weft/test");
  private final URI url = URI.create(sandbox.url());

  D365Client d365() {
    URI token = url.resolve("/11111111-2222-3333-4444-555555555555/oauth2/v2.0/token");
    D365Connection connection = new D365Connection(url, token, "weft", SECRET, null, TIMEOUT);
    return D365Access.connect(connection, shared(Side.D365, Limits.forD365()));
  }

  CreatioClient creatio() {
    URI token = url.resolve("/connect/token");
    CreatioConnection connection =
        new CreatioConnection(url, "/0/odata", token, "weft", SECRET, TIMEOUT);
    return CreatioAccess.connect(connection, shared(Side.CREATIO, Limits.forCreatio()));
  }

  /** Turns a switch or orders a fault. */
  void control(String path, String body) {
    int status = new Talk(sandbox.url()).post("/control/" + path, body).statusCode();
    if (status >= 300) {
      throw new IllegalArgumentException("/control/" + path + " answered " + status);
    }
  }

  private Shared shared(Side side, Limits limits) {
    AdaptiveGovernor governor = new AdaptiveGovernor(side, limits);
    return new Shared(http, governor, new CallCounts(), new AttemptDeadline(), Clock.systemUTC());
  }

  @Override
  public void close() {
    http.close();
    sandbox.close();
  }
}
