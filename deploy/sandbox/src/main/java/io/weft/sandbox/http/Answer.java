package io.weft.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes back over the wire, or does not. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(int status, Map<String, String> headers, byte[] body, Ending ending) {
  /** How much of an answer reaches the client. */
  public enum Ending {
    /** All of it. */
    WHOLE,
    /** The head and half the body; then the connection closes. */
    TRUNCATED,
    /** Nothing: the connection closes. */
    NONE
  }

  /** Returns an answer with a JSON body. */
  public static Answer json(int status, @Nullable Object body) {
    return of(status, "application/json; charset=utf-8", Json.bytes(body));
  }

  /** Returns an answer with an HTML body. */
  public static Answer html(int status, String body) {
    return of(status, "text/html; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns an answer with a plain text body. */
  public static Answer text(int status, String body) {
    return of(status, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns an answer without a body. */
  public static Answer empty(int status) {
    return new Answer(status, Map.of(), new byte[0], Ending.WHOLE);
  }

  /** Returns the answer that is none: the connection closes. */
  public static Answer none() {
    return new Answer(0, Map.of(), new byte[0], Ending.NONE);
  }

  /** Returns an answer with a body of any type. */
  public static Answer of(int status, String contentType, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType);
    return new Answer(status, headers, body, Ending.WHOLE);
  }

  /** Returns the same answer with one more header. */
  public Answer header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body, ending);
  }

  /** Returns the same answer with one more cookie. */
  public Answer cookie(String cookie) {
    String others = headers.get("Set-Cookie");
    return header("Set-Cookie", others == null ? cookie : others + "\n" + cookie);
  }

  /** Returns the same answer, cut off in the middle of its body. */
  public Answer truncated() {
    return new Answer(status, headers, body, Ending.TRUNCATED);
  }

  /** Returns the body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
