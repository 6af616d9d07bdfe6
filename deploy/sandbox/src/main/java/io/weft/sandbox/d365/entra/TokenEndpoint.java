package io.weft.sandbox.d365.entra;

import io.weft.sandbox.control.Credentials;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.ErpService;
import io.weft.sandbox.d365.erp.ErpSettings;
import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.http.Handler;
import io.weft.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /{tenant}/oauth2/v2.0/token}: client credentials, with Entra's errors. */
public final class TokenEndpoint implements Handler {
  /** How every address of the endpoint ends. */
  public static final String PATH = "/oauth2/v2.0/token";

  private static final String SUFFIX = "/.default";
  private static final List<String> SHARED_TENANTS = List.of("organizations", "common");

  private final Erp erp;
  private final ErpService service;
  private final ErpSettings settings;
  private final Credentials credentials;
  private final Gatekeeper gatekeeper;

  /** Makes the endpoint; the gatekeeper learns of tokens for other resources. */
  public TokenEndpoint(Erp erp, ErpService service, Gatekeeper gatekeeper) {
    this.erp = erp;
    this.service = service;
    this.settings = erp.settings();
    this.credentials = erp.site().credentials();
    this.gatekeeper = gatekeeper;
  }

  @Override
  public Answer handle(Call call) {
    if (settings.on("tokenEndpointBusy")) {
      return busy();
    }
    String tenant = call.path().substring(1, call.path().length() - PATH.length());
    boolean shared = SHARED_TENANTS.contains(tenant);
    if (!shared && !tenant.equalsIgnoreCase(settings.text("tenantId"))) {
      return error(400, "invalid_request", 90002, "Tenant '" + tenant + "' not found.");
    }
    Map<String, String> form = call.form();
    if (!"client_credentials".equals(form.get("grant_type"))) {
      return error(400, "unsupported_grant_type", 70003, "The grant type is not supported.");
    }
    Credentials.Client client = credentials.find(Erp.SYSTEM, form.getOrDefault("client_id", ""));
    if (client == null) {
      return error(
          400,
          "unauthorized_client",
          700016,
          "Application with identifier '%s' was not found in the directory."
              .formatted(form.get("client_id")));
    }
    Answer refused = checkSecret(client, form);
    return refused != null ? refused : grant(call, client, form.getOrDefault("scope", ""), shared);
  }

  /** Returns the answer of a token service that has no time. */
  public Answer busy() {
    return error(503, "temporarily_unavailable", 90006, "The service is temporarily unavailable.");
  }

  /** Returns an error in the shape of this endpoint. */
  public Answer error(int status, String error, int code, String text) {
    String time = erp.site().world().trueTime().toString().substring(0, 19).replace('T', ' ') + "Z";
    String trace = erp.site().world().newId().toString();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("error", error);
    json.put(
        "error_description",
        "AADSTS%d: %s Trace ID: %s Correlation ID: %s Timestamp: %s"
            .formatted(code, text, trace, trace, time));
    json.put("error_codes", List.of(code));
    json.put("timestamp", time);
    json.put("trace_id", trace);
    json.put("correlation_id", trace);
    json.put("error_uri", "https://login.microsoftonline.com/error?code=" + code);
    return Answer.json(status, json);
  }

  private @Nullable Answer checkSecret(Credentials.Client client, Map<String, String> form) {
    String assertion = form.get("client_assertion");
    if (assertion != null) {
      return isFrom(client, assertion) && settings.on("acceptAssertions")
          ? null
          : error(401, "invalid_client", 700027, "Client assertion failed signature validation.");
    }
    String secret = form.getOrDefault("client_secret", "");
    if (!secret.isEmpty() && secret.equals(settings.text("expiredSecret"))) {
      return error(401, "invalid_client", 7000222, "The provided client secret keys are expired.");
    }
    return client.secrets().contains(secret)
        ? null
        : error(401, "invalid_client", 7000215, "Invalid client secret provided.");
  }

  /** The signature is not looked at: the sandbox holds no certificates. */
  private static boolean isFrom(Credentials.Client client, String assertion) {
    String[] parts = assertion.split("\\.");
    if (parts.length != 3) {
      return false;
    }
    try {
      String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      Map<String, @Nullable Object> claims = Json.object(payload.getBytes(StandardCharsets.UTF_8));
      return client.id().equals(claims.get("sub")) && client.id().equals(claims.get("iss"));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Answer grant(Call call, Credentials.Client client, String scope, boolean shared) {
    if (!scope.endsWith(SUFFIX)) {
      return error(400, "invalid_scope", 70011, "The provided value for scope is not valid.");
    }
    String resource = scope.substring(0, scope.length() - SUFFIX.length());
    String host = resource.toLowerCase(Locale.ROOT).replaceAll("/+$", "");
    boolean ours = alike(host, call.base());
    if (ours && !host.equals(resource)) {
      return error(
          400,
          "invalid_grant",
          65001,
          "The user or administrator has not consented to use the application.");
    }
    if (!ours && !host.startsWith("https://graph.")) {
      return error(
          400,
          "invalid_resource",
          500011,
          "The resource principal named %s was not found in the tenant.".formatted(resource));
    }
    String token = credentials.issue(client);
    gatekeeper.issued(token, ours && !shared);
    register(client);
    return Answer.json(200, granted(token)).header("Cache-Control", "no-store, no-cache");
  }

  /** Lists a client that is new, as an administrator would have done before. */
  private void register(Credentials.Client client) {
    boolean listed = erp.read(() -> erp.table("SysAADClients").find(client.id())) != null;
    if (!listed && settings.on("registered." + client.id())) {
      service.register(client.id(), client.user());
    }
  }

  private Map<String, @Nullable Object> granted(String token) {
    long seconds = credentials.lifetime(Erp.SYSTEM).toSeconds();
    boolean text = settings.on("expiresInAsString");
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("token_type", "Bearer");
    json.put("expires_in", text ? Long.toString(seconds) : seconds);
    json.put("ext_expires_in", text ? Long.toString(seconds) : seconds);
    json.put("access_token", token);
    return json;
  }

  /** One machine has two names for itself. */
  private static boolean alike(String host, String base) {
    return host.replace("//localhost", "//127.0.0.1")
        .equals(base.toLowerCase(Locale.ROOT).replace("//localhost", "//127.0.0.1"));
  }
}
