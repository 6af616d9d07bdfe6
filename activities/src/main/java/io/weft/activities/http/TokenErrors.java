package io.weft.activities.http;

import io.weft.activities.failure.RemoteException;
import io.weft.workflows.record.Side;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What a token endpoint's refusal means. The {@code error} decides; Microsoft's AADSTS numbers may
 * change, so they only choose the words for the reader.
 *
 * <p>Source: Microsoft Learn, "Microsoft Entra authentication and authorization error codes".
 */
final class TokenErrors {
  private static final Pattern CODE = Pattern.compile("AADSTS(\\d+)");
  private static final String SECRET =
      "Create a new client secret, store it with weft secret set, and wait: Weft goes on by itself.";

  private static final Map<String, String> REMEDIES = new LinkedHashMap<>();

  static {
    REMEDIES.put("7000215", "The secret is wrong (often its id was pasted). " + SECRET);
    REMEDIES.put("7000222", "The secret has expired. " + SECRET);
    REMEDIES.put("700016", "The app is unknown in that tenant: check client id and tenant id.");
    REMEDIES.put("700027", "The certificate does not match the app registration: upload it again.");
    REMEDIES.put("500011", "The tenant does not know this environment: check its url.");
    REMEDIES.put("90002", "There is no such tenant: check the tenant id.");
    REMEDIES.put(
        "65001", "An administrator must consent to the app, or the url has a slash or capitals.");
  }

  private final Side system;
  private final URI tokenUrl;
  private final Clock clock;

  TokenErrors(Side system, URI tokenUrl, Clock clock) {
    this.system = system;
    this.tokenUrl = tokenUrl;
    this.clock = clock;
  }

  RemoteException failure(Response response, @Nullable Row json) {
    String error = json == null ? null : json.text("error");
    int status = response.code();
    if (status == 429 || "slow_down".equals(error)) {
      return new RemoteException.Throttled(
          system, TokenRequest.CALL, said(status, error, null), delay(response));
    }
    if (status >= 500 || status == 408 || "temporarily_unavailable".equals(error)) {
      return unavailable(said(status, error, null), delay(response));
    }
    String code = code(json);
    return new RemoteException.Denied(
        system, TokenRequest.CALL, said(status, error, code), remedy(error, code));
  }

  /** A success without a token: a login or maintenance page stands before the endpoint. */
  RemoteException unreadable(Response response) {
    return unavailable(
        "the token endpoint answered " + response.code() + " without a token", delay(response));
  }

  private RemoteException unavailable(String what, @Nullable Duration delay) {
    return new RemoteException.Unavailable(system, TokenRequest.CALL, what, false, delay, null);
  }

  private @Nullable Duration delay(Response response) {
    return RetryAfter.of(response.header("Retry-After"), response.header("Date"), clock);
  }

  private String said(int status, @Nullable String error, @Nullable String code) {
    return "sign-in to "
        + system.title()
        + " failed: the token endpoint answered "
        + status
        + (error == null ? "" : " " + error)
        + (code == null ? "" : " (AADSTS" + code + ")");
  }

  private static @Nullable String code(@Nullable Row json) {
    String text = json == null ? null : json.text("error_description");
    Matcher code = CODE.matcher(text == null ? "" : text);
    return code.find() ? code.group(1) : null;
  }

  private String remedy(@Nullable String error, @Nullable String code) {
    String known = code == null ? null : REMEDIES.get(code);
    if (known != null) {
      return known;
    }
    if (error == null) {
      return "Check the token url: " + tokenUrl.getHost() + " does not answer as a token endpoint.";
    }
    return "Check client id and secret of " + system.title() + ", and that the app is active.";
  }
}
