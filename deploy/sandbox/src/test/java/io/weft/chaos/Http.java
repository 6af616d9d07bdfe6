package io.weft.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** JSON over HTTP, for the control addresses of the sandbox and the health of the worker. */
final class Http {
  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;

  Http(String base) {
    this.base = base;
  }

  JsonNode get(String path) {
    return send("GET", path, "");
  }

  JsonNode post(String path, Map<String, ?> body) {
    return send("POST", path, text(body));
  }

  JsonNode patch(String path, Map<String, ?> body) {
    return send("PATCH", path, text(body));
  }

  void delete(String path) {
    send("DELETE", path, "");
  }

  /** Posts what may be refused; returns whether it was taken. */
  boolean offer(String path, Map<String, ?> body) {
    try {
      return exchange("POST", path, text(body)).statusCode() < 300;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it answers 200. */
  boolean isUp(String path) {
    try {
      return exchange("GET", path, "").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private JsonNode send(String method, String path, String body) {
    try {
      HttpResponse<String> answer = exchange(method, path, body);
      if (answer.statusCode() >= 400) {
        throw new IllegalStateException(method + " " + path + ": " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> exchange(String method, String path, String body)
      throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String text(Map<String, ?> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
