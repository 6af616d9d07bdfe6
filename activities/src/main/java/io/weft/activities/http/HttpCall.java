package io.weft.activities.http;

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
 * @param maxBytes the longest answer that is read
 */
public record HttpCall(
    String name,
    Kind kind,
    String method,
    HttpUrl url,
    Map<String, String> headers,
    @Nullable Map<String, Object> body,
    Expect expect,
    long maxBytes) {
  private static final long EIGHT_MEGABYTES = 8L << 20;

  public HttpCall {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
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

  /** The same with one more header. */
  public HttpCall header(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpCall(name, kind, method, url, more, body, expect, maxBytes);
  }

  /** The same, expecting another form of success. */
  public HttpCall expecting(Expect wanted) {
    return new HttpCall(name, kind, method, url, headers, body, wanted, maxBytes);
  }

  /** The same with another limit of the answer's size. */
  public HttpCall atMost(long bytes) {
    return new HttpCall(name, kind, method, url, headers, body, expect, bytes);
  }
}
