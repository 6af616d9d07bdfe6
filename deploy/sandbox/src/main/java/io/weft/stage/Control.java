package io.weft.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.weft.sandbox.control.Delays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The control addresses of a sandbox, over HTTP as anybody could call them. Thread-safe. */
public final class Control {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What goes through a million companies takes many minutes. */
  private static final Duration LONG = Duration.ofHours(2);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final String base;

  /**
   * The control addresses of the sandbox at this address.
   *
   * @param url without a slash at its end
   */
  public Control(String url) {
    this.base = url + "/control/";
  }

  /** What is there; missing if it is not. */
  public JsonNode get(String path) {
    return call("GET", path, null, PATIENCE);
  }

  /** As {@link #get}, however long the sandbox has to look for it. */
  public JsonNode search(String path) {
    return call("GET", path, null, LONG);
  }

  /** Sends a body; throws IllegalStateException if it is refused. */
  public JsonNode post(String path, Map<String, ? extends @Nullable Object> body) {
    return call("POST", path, body, PATIENCE);
  }

  /** Makes up companies, however long it takes; throws like {@link #post}. */
  public void seed(Map<String, ? extends @Nullable Object> plan) {
    call("POST", "seed", plan, LONG);
  }

  /** Makes both systems so slow; throws like {@link #post}. */
  public void slow(Delays delays) {
    for (String system : List.of("creatio", "d365")) {
      post(
          "latency",
          Map.of(
              "system", system,
              "millis", delays.answer().toMillis(),
              "writeMillis", delays.write().toMillis()));
    }
  }

  /** Makes or replaces what is at an address; throws like {@link #post}. */
  public void put(String path, Map<String, ? extends @Nullable Object> body) {
    call("PUT", path, body, PATIENCE);
  }

  /** Changes a row; throws like {@link #post}. */
  public JsonNode patch(String path, Map<String, ? extends @Nullable Object> body) {
    return call("PATCH", path, body, PATIENCE);
  }

  /** Removes what is there. */
  public void delete(String path) {
    call("DELETE", path, null, PATIENCE);
  }

  /** A text as it may stand in an address. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private JsonNode call(
      String method,
      String path,
      @Nullable Map<String, ? extends @Nullable Object> body,
      Duration patience) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(patience)
            .header("Content-Type", "application/json")
            .method(method, body(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 404) {
        return MissingNode.getInstance();
      }
      if (answer.statusCode() >= 400) {
        throw new IllegalStateException(
            "the sandbox refused " + method + " " + path + ": " + answer.body());
      }
      return answer.body().isEmpty() ? MissingNode.getInstance() : MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox does not answer " + method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the sandbox", e);
    }
  }

  private static HttpRequest.BodyPublisher body(
      @Nullable Map<String, ? extends @Nullable Object> body) {
    try {
      return body == null
          ? HttpRequest.BodyPublishers.noBody()
          : HttpRequest.BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
