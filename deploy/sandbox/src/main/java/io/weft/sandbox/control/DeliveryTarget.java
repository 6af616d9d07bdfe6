package io.weft.sandbox.control;

import io.weft.sandbox.http.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a system's events go, and how badly.
 *
 * @param headers sent with each event, such as an API key
 * @param retries further attempts after the first
 * @param duplicate chance, 0 to 1, that an event is sent twice; reorder and drop alike
 */
public record DeliveryTarget(
    String url,
    Map<String, String> headers,
    List<String> sets,
    Duration timeout,
    int retries,
    double duplicate,
    double reorder,
    double drop) {

  /**
   * Reads {@code url}, {@code headerName} and {@code headerValue}, or {@code user} and {@code
   * password} for Basic, {@code sets}, {@code timeoutMs}, {@code retries}, {@code duplicate},
   * {@code reorder}, {@code drop}. Returns null for an empty url, which stops events.
   */
  public static @Nullable DeliveryTarget of(
      Map<String, @Nullable Object> json, List<String> defaultSets) {
    Object url = json.get("url");
    if (url == null || url.toString().isEmpty()) {
      return null;
    }
    return new DeliveryTarget(
        url.toString(),
        headers(json),
        sets(json.get("sets"), defaultSets),
        Duration.ofMillis((long) number(json, "timeoutMs", 5_000)),
        (int) number(json, "retries", 3),
        number(json, "duplicate", 0),
        number(json, "reorder", 0),
        number(json, "drop", 0));
  }

  HttpRequest request(Map<String, ? extends @Nullable Object> event) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(timeout)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(event)));
    headers.forEach(request::header);
    return request.build();
  }

  private static Map<String, String> headers(Map<String, @Nullable Object> json) {
    Map<String, String> headers = new LinkedHashMap<>();
    Object name = json.get("headerName");
    Object value = json.get("headerValue");
    if (value != null) {
      headers.put(name == null ? "X-Api-Key" : name.toString(), value.toString());
    }
    Object user = json.get("user");
    if (user != null) {
      String pair = user + ":" + json.get("password");
      byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
      headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    return headers;
  }

  private static List<String> sets(@Nullable Object wanted, List<String> otherwise) {
    if (!(wanted instanceof List<?> list)) {
      return otherwise;
    }
    List<String> sets = new ArrayList<>();
    list.forEach(set -> sets.add(String.valueOf(set)));
    return sets;
  }

  private static double number(Map<String, @Nullable Object> json, String name, double otherwise) {
    Object value = json.get(name);
    return value == null ? otherwise : Double.parseDouble(value.toString());
  }
}
