package io.weft.sandbox.d365;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.weft.sandbox.Sandbox;
import io.weft.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A sandbox and a client that is signed in, for tests over real HTTP. */
final class Erp365 implements AutoCloseable {
  static final String TENANT = "11111111-2222-3333-4444-555555555555";
  static final String FEED = "/api/data/v9.2/mserp_custcustomerv3entities";

  /** What came back. */
  record Reply(int status, String text, HttpResponse<String> raw) {
    JsonNode json() {
      try {
        return text.isEmpty() ? MissingNode.getInstance() : new ObjectMapper().readTree(text);
      } catch (IOException e) {
        throw new IllegalStateException("no JSON: " + text, e);
      }
    }

    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    String infolog() {
      return json().at("/error/innererror/message").asText();
    }
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final Sandbox sandbox;
  private String token = "";

  private Erp365(SandboxOptions options) {
    sandbox = Sandbox.start(options);
    token = signIn().json().path("access_token").asText();
  }

  static Erp365 start() {
    return new Erp365(SandboxOptions.defaults());
  }

  static Erp365 start(SandboxOptions options) {
    return new Erp365(options);
  }

  /** Puts everything back: switches, faults, customers, the token. */
  void clean() {
    call("DELETE", "/control/d365/settings", "");
    call("DELETE", "/control/faults", "");
    token = signIn().json().path("access_token").asText();
    JsonNode rows =
        get("/data/CustomersV3?cross-company=true&$select=InvoiceAccount,CustomerAccount,dataAreaId&$orderby=InvoiceAccount desc")
            .json();
    for (JsonNode row : rows.path("value")) {
      call(
          "DELETE", key(row.path("dataAreaId").asText(), row.path("CustomerAccount").asText()), "");
    }
  }

  String url() {
    return sandbox.url();
  }

  Sandbox sandbox() {
    return sandbox;
  }

  Reply signIn() {
    return token(TENANT, "weft", "weft-secret", url() + "/.default");
  }

  Reply token(String tenant, String client, String secret, String scope) {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s"
            .formatted(encoded(client), encoded(secret), encoded(scope));
    return send(
        HttpRequest.newBuilder(URI.create(url() + "/" + tenant + "/oauth2/v2.0/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  void use(String otherToken) {
    token = otherToken;
  }

  /** Headers come in pairs. */
  Reply call(String method, String path, String body, String... headers) {
    String url = path.startsWith("http") ? path : url() + path;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url.replace(" ", "%20").replace("|", "%7C")))
            .timeout(Duration.ofSeconds(20))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  Reply get(String path, String... headers) {
    return call("GET", path, "", headers);
  }

  Reply control(String path, String body) {
    return call("POST", "/control/" + path, body);
  }

  Reply settings(String body) {
    Reply reply = control("d365/settings", body);
    if (reply.status() != 200) {
      throw new IllegalStateException(reply.text());
    }
    return reply;
  }

  static String key(String company, String account) {
    return "/data/CustomersV3(dataAreaId='%s',CustomerAccount='%s')?cross-company=true"
        .formatted(company, account);
  }

  Reply customer(String company, String account) {
    return get(key(company, account));
  }

  Reply create(String company, String account, String name, String more) {
    String currency = company.equals("usmf") ? "USD" : company.equals("demf") ? "EUR" : "GBP";
    return call(
        "POST",
        "/data/CustomersV3?cross-company=true",
        """
        {"dataAreaId":"%s","CustomerAccount":"%s","OrganizationName":"%s","CustomerGroupId":"10",
         "SalesCurrencyCode":"%s"%s}"""
            .formatted(company, account, name, currency, more));
  }

  Reply patch(String company, String account, String body, String... headers) {
    return call("PATCH", key(company, account), body, headers);
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Reply(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      return new Reply(0, "", null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
