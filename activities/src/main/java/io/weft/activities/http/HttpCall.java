package io.weft.activities.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param name as people and fingerprints know it: {@code CustomersV3.update}
 * @param body the JSON object to send; null for none
 * @param content text to send as it is where there is no body; null for none
 * @param maxBytes the longest answer that is read
 */
public record HttpCall(
    String name,
    Kind kind,
    String method,
    HttpUrl url,
    Map<String, String> headers,
    @Nullable Map<String, Object> body,
    @Nullable String content,
    Expect expect,
    long maxBytes) {
  /** What a body is where nothing else is said. */
  static final String JSON = "application/json; charset=utf-8";

  private static final long EIGHT_MEGABYTES = 8L << 20;

  public HttpCall {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** One request with a JSON object, or with nothing. */
  public HttpCall(
      String name,
      Kind kind,
      String method,
      HttpUrl url,
      Map<String, String> headers,
      @Nullable Map<String, Object> body,
      Expect expect,
      long maxBytes) {
    this(name, kind, method, url, headers, body, null, expect, maxBytes);
  }

  /** A read. */
  public static HttpCall get(String name, Kind kind, HttpUrl url) {
    return new HttpCall(name, kind, "GET", url, Map.of(), null, Expect.ODATA, EIGHT_MEGABYTES);
  }

  /** A POST of a new row, answered with the row. */
  public static HttpCall post(String name, Kind kind, HttpUrl url, Map<String, Object> body) {
    return new HttpCall(name, kind, "POST", url, Map.of(), body, Expect.ODATA, EIGHT_MEGABYTES);
  }

  /** A PATCH of some columns, answered with nothing. */
  public static HttpCall patch(String name, HttpUrl url, Map<String, Object> body) {
    return new HttpCall(
        name, Kind.UPDATE, "PATCH", url, Map.of(), body, Expect.NOTHING, EIGHT_MEGABYTES);
  }

  /** A DELETE, answered with nothing. */
  public static HttpCall delete(String name, HttpUrl url) {
    return new HttpCall(
        name, Kind.DELETE, "DELETE", url, Map.of(), null, Expect.NOTHING, EIGHT_MEGABYTES);
  }

  /** A POST of several requests in one, as a text of a type of its own. */
  public static HttpCall batch(String name, HttpUrl url, String type, String content) {
    return new HttpCall(
            name, Kind.SERVICE, "POST", url, Map.of(), null, content, Expect.PARTS, EIGHT_MEGABYTES)
        .header("Content-Type", type);
  }

  /** The same, of which it is known that it changes nothing. */
  public HttpCall reading() {
    return new HttpCall(name, Kind.QUERY, method, url, headers, body, content, expect, maxBytes);
  }

  /** The same under another name. */
  public HttpCall named(String other) {
    return new HttpCall(other, kind, method, url, headers, body, content, expect, maxBytes);
  }

  /** The same with one more header. */
  public HttpCall header(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpCall(name, kind, method, url, more, body, content, expect, maxBytes);
  }

  /** The same, expecting another form of success. */
  public HttpCall expecting(Expect wanted) {
    return new HttpCall(name, kind, method, url, headers, body, content, wanted, maxBytes);
  }

  /** The same with another limit of the answer's size. */
  public HttpCall atMost(long bytes) {
    return new HttpCall(name, kind, method, url, headers, body, content, expect, bytes);
  }

  /** What is sent; null for nothing. */
  byte @Nullable [] bytes() {
    if (body != null) {
      return Json.bytes(body);
    }
    return content == null ? null : content.getBytes(StandardCharsets.UTF_8);
  }
}
