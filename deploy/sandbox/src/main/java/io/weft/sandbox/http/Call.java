package io.weft.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as a tenant sees it.
 *
 * @param method upper case
 * @param path decoded, without the query
 * @param query decoded parameters in order; of doubled ones the last
 * @param headers by lower-case name
 * @param base scheme, host and port, to build absolute addresses with
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Call(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body,
    String base) {

  /** Returns a header whatever its case, null if it is missing. */
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  /** Returns the id that the client gave this request, null if it gave none. */
  public @Nullable String requestId() {
    String id = header("x-ms-client-request-id");
    return id == null ? header("x-request-id") : id;
  }

  /** Returns the token of an {@code Authorization: Bearer} header, null if there is none. */
  public @Nullable String bearer() {
    String header = header("authorization");
    return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
        ? header.substring(7).trim()
        : null;
  }

  /** Returns the body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Returns the body as a JSON object. */
  public Map<String, @Nullable Object> json() {
    return Json.object(body);
  }

  /** Returns the body as form fields. */
  public Map<String, String> form() {
    return pairs(text());
  }

  /** Returns a call of another method, path and body with the same caller: a part of a batch. */
  public Call part(String method, String path, Map<String, String> query, byte[] body) {
    return new Call(method, path, query, headers, body, base);
  }

  /** Returns the pairs of a query or form, decoded; a plus is a space. */
  public static Map<String, String> pairs(@Nullable String raw) {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (raw == null || raw.isEmpty()) {
      return pairs;
    }
    for (String pair : raw.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      pairs.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
    }
    return pairs;
  }

  /** Returns a path with its percent signs resolved; a plus stays a plus. */
  public static String decodePath(String raw) {
    return raw.indexOf('%') < 0 ? raw : decode(raw.replace("+", "%2B"));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
