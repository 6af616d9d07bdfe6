package io.weft.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Talks to a sandbox over real HTTP, as a client would: no redirects, no retries. */
public final class Talk {
  public static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final Map<String, String> headers = new LinkedHashMap<>();

  public Talk(String url) {
    this.url = url;
  }

  /** Signs in as the integration. */
  public static Talk asIntegration(Sandbox sandbox) {
    Talk talk = new Talk(sandbox.url());
    return talk.with("Authorization", "Bearer " + talk.token("weft", "weft-secret"));
  }

  public String token(String id, String secret) {
    String form = "grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret;
    HttpResponse<String> answer =
        send("POST", "/connect/token", form, "application/x-www-form-urlencoded");
    return json(answer).path("access_token").asText();
  }

  public Talk with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public HttpResponse<String> get(String path) {
    return send("GET", path, "", "application/json");
  }

  public HttpResponse<String> post(String path, String body) {
    return send("POST", path, body, "application/json");
  }

  public HttpResponse<String> patch(String path, String body) {
    return send("PATCH", path, body, "application/json");
  }

  public HttpResponse<String> put(String path, String body) {
    return send("PUT", path, body, "application/json");
  }

  public HttpResponse<String> delete(String path) {
    return send("DELETE", path, "", "application/json");
  }

  public JsonNode read(String path) {
    return json(get(path));
  }

  public HttpResponse<String> send(String method, String path, String body, String type) {
    try {
      return trySend(method, path, body, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link #send}, for answers that are expected to break. */
  public HttpResponse<String> trySend(String method, String path, String body, String type)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static JsonNode json(HttpResponse<String> answer) {
    try {
      return MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Percent-encodes a query option's value. */
  public static String q(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
