package io.weft.activities.creatio;

import io.weft.activities.secret.Secret;
import java.net.URI;
import java.time.Duration;

/**
 * One Creatio site and how we sign in.
 *
 * @param url the site, for example {@code https://acme.creatio.com}
 * @param odataRoot {@code /0/odata} on .NET Framework, {@code /odata} on .NET
 * @param tokenUrl the Identity Service's token endpoint, see {@link #identityService}
 * @param callTimeout longest time for one request and its answer
 */
public record CreatioConnection(
    URI url,
    String odataRoot,
    URI tokenUrl,
    String clientId,
    Secret clientSecret,
    Duration callTimeout) {
  /** Creatio itself gives a request 120 s. */
  public static final Duration CALL_TIMEOUT = Duration.ofSeconds(110);

  /** The usual cloud site: Framework paths, Identity Service beside the site. */
  public static CreatioConnection cloud(URI url, String clientId, Secret clientSecret) {
    return new CreatioConnection(
        url, "/0/odata", identityService(url), clientId, clientSecret, CALL_TIMEOUT);
  }

  /** The token endpoint of a cloud site: {@code acme.creatio.com} has {@code acme-is}. */
  public static URI identityService(URI url) {
    String host = url.getHost().replaceFirst("^([^.]+)", "$1-is");
    return URI.create(url.getScheme() + "://" + host + "/connect/token");
  }
}
