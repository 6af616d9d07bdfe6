package io.weft.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weft.activities.http.HttpClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Both systems with nothing between but the client that Weft sends by: no governor, no retry, no
 * look at what became of a part. Thread-safe.
 */
final class BareHttp {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern REFUSED = Pattern.compile("^HTTP/1\\.1 [45]", Pattern.MULTILINE);
  private static final Duration TIME = Duration.ofMinutes(1);
  private static final String LINE = "\r\n";
  private static final MediaType JSON_TYPE = MediaType.get("application/json");

  private final OkHttpClient http = new HttpClients("bare-loop").withTimeout(TIME);
  private final String base;
  private final String creatio;
  private final String d365;
  private final AtomicLong calls = new AtomicLong();

  BareHttp(String base) {
    this.base = base;
    creatio = token("/connect/token");
    d365 = token("/11111111-2222-3333-4444-555555555555/oauth2/v2.0/token");
  }

  /** A write of a batch; the address is below the service's root. */
  record Part(String method, String address, Map<String, ? extends @Nullable Object> body) {}

  /** Requests so far, sign-in included. */
  long calls() {
    return calls.get();
  }

  /** All rows of a query, page after page. */
  List<JsonNode> readCreatio(String select, int page) {
    List<JsonNode> rows = new ArrayList<>();
    String after = "";
    int found;
    do {
      String filter = after.isEmpty() ? "" : "&$filter=Id gt " + after;
      String query = "/0/odata/Account?$orderby=Id&$top=" + page + "&$select=" + select + filter;
      JsonNode value = get(query, creatio).path("value");
      value.forEach(rows::add);
      found = value.size();
      after = found == 0 ? after : value.get(found - 1).path("Id").asText();
    } while (found == page);
    return rows;
  }

  /** All customers of a legal entity, page after page. */
  List<JsonNode> readD365(String legalEntity, String select, int page) {
    List<JsonNode> rows = new ArrayList<>();
    String after = "";
    int found;
    do {
      String beyond = after.isEmpty() ? "" : " and CustomerAccount gt '" + after + "'";
      String query =
          "/data/CustomersV3?cross-company=true&$orderby=CustomerAccount&$top=%d&$select=%s&$filter=dataAreaId eq '%s'%s"
              .formatted(page, select, legalEntity, beyond);
      JsonNode value = get(query, d365).path("value");
      value.forEach(rows::add);
      found = value.size();
      after = found == 0 ? after : value.get(found - 1).path("CustomerAccount").asText();
    } while (found == page);
    return rows;
  }

  /** Creatio's kind of batch; returns how many parts were refused. */
  int batchCreatio(List<Part> parts) {
    List<Map<String, Object>> requests = new ArrayList<>();
    for (Part part : parts) {
      requests.add(
          Map.of(
              "id", Integer.toString(requests.size() + 1),
              "method", part.method(),
              "url", part.address(),
              "headers", Map.of("Content-Type", "application/json"),
              "body", part.body()));
    }
    RequestBody body = RequestBody.create(text(Map.of("requests", requests)), JSON_TYPE);
    Request.Builder request = request("/0/odata/$batch", creatio).post(body);
    String answer = send(request.header("Prefer", "continue-on-error").build());
    int done = 0;
    for (JsonNode part : tree(answer).path("responses")) {
      done += part.path("status").asInt() < 400 ? 1 : 0;
    }
    return parts.size() - done;
  }

  /** D365's kind of batch, a changeset for each part; returns how many were refused. */
  int batchD365(List<Part> parts) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= parts.size(); i++) {
      Part part = parts.get(i - 1);
      text.append("--all").append(LINE);
      text.append("Content-Type: multipart/mixed; boundary=one_").append(i).append(LINE);
      text.append(LINE).append("--one_").append(i).append(LINE);
      text.append("Content-Type: application/http").append(LINE);
      text.append("Content-Transfer-Encoding: binary").append(LINE);
      text.append("Content-ID: ").append(i).append(LINE).append(LINE);
      text.append(part.method()).append(' ').append(base).append("/data/").append(part.address());
      text.append(" HTTP/1.1").append(LINE);
      text.append("Content-Type: application/json").append(LINE).append(LINE);
      text.append(text(part.body())).append(LINE);
      text.append("--one_").append(i).append("--").append(LINE);
    }
    text.append("--all--").append(LINE);
    MediaType type = MediaType.get("multipart/mixed; boundary=all");
    RequestBody body = RequestBody.create(text.toString(), type);
    String answer = send(request("/data/$batch", d365).post(body).build());
    return Math.toIntExact(REFUSED.matcher(answer).results().count());
  }

  private JsonNode get(String path, String token) {
    return tree(send(request(path, token).get().build()));
  }

  private Request.Builder request(String path, String token) {
    return new Request.Builder()
        .url(base + path)
        .headers(Headers.of("Authorization", "Bearer " + token));
  }

  private String token(String path) {
    FormBody form =
        new FormBody.Builder()
            .add("grant_type", "client_credentials")
            .add("client_id", "weft")
            .add("client_secret", "weft-secret")
            .add("scope", base + "/.default")
            .build();
    String answer = send(new Request.Builder().url(base + path).post(form).build());
    return tree(answer).path("access_token").asText();
  }

  private String send(Request request) {
    calls.incrementAndGet();
    try (Response response = http.newCall(request).execute()) {
      String text = response.body() == null ? "" : response.body().string();
      if (!response.isSuccessful()) {
        throw new IllegalStateException("the bare loop got " + response.code() + ": " + text);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox does not answer the bare loop", e);
    }
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Map<String, ? extends @Nullable Object> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
