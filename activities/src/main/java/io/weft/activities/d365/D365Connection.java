package io.weft.activities.d365;

import io.weft.activities.secret.Secret;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One F&amp;O environment, its Dataverse, and how we sign in to both.
 *
 * @param url the environment, for example {@code https://contoso.operations.dynamics.com}
 * @param tokenUrl the token endpoint, see {@link #entra}
 * @param dataverseUrl the organisation behind the virtual tables; null where it is not used
 * @param callTimeout longest time for one request and its answer
 */
public record D365Connection(
    URI url,
    URI tokenUrl,
    String clientId,
    Secret clientSecret,
    @Nullable URI dataverseUrl,
    Duration callTimeout) {
  /** Longer requests are rare, and their outcome is looked up anyway. */
  public static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);

  /** The usual environment in the cloud. */
  public static D365Connection cloud(
      URI url, String tenantId, String clientId, Secret clientSecret, @Nullable URI dataverse) {
    return new D365Connection(
        url, entra(tenantId), clientId, clientSecret, dataverse, CALL_TIMEOUT);
  }

  /** Entra ID's token endpoint of a tenant; the shared one gives tokens that F&amp;O refuses. */
  public static URI entra(String tenantId) {
    return URI.create("https://login.microsoftonline.com/" + tenantId + "/oauth2/v2.0/token");
  }
}
