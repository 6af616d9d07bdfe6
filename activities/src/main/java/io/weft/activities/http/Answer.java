package io.weft.activities.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What came back: complete, but not yet judged.
 *
 * @param json the body as an object; null where it is none
 * @param cut whether the body is JSON that ends too early
 */
public record Answer(
    HttpCall call, int status, Headers headers, String text, @Nullable Row json, boolean cut) {
  private static final Pattern LOGIN =
      Pattern.compile(
          "type\\s*=\\s*[\"']?password|<form[^>]*login|<title>[^<]*(log\\W?in|sign\\W?in)",
          Pattern.CASE_INSENSITIVE);

  /** An answer whose body is read as JSON where it is an object. */
  static Answer read(HttpCall call, int status, Headers headers, String text) {
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (!body.stripLeading().startsWith("{")) {
      return new Answer(call, status, headers, body, null, false);
    }
    try {
      return new Answer(call, status, headers, body, Json.object(body), false);
    } catch (JsonEOFException e) {
      return new Answer(call, status, headers, body, null, true);
    } catch (JsonProcessingException e) {
      return new Answer(call, status, headers, body, null, false);
    }
  }

  /** Whether the status says success; the content may still say otherwise. */
  public boolean success() {
    return status >= 200 && status < 300;
  }

  /** Whether the server sends us elsewhere, which means a sign-in page. */
  public boolean redirect() {
    return status >= 300 && status < 400 && status != 304;
  }

  /** Whether the body is a web page. */
  public boolean html() {
    String type = headers.get("Content-Type");
    if (type != null && type.toLowerCase(Locale.ROOT).contains("html")) {
      return true;
    }
    String start = start().toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html") || start.startsWith("<html");
  }

  /** Whether the body is a web page that asks for a password. */
  public boolean loginPage() {
    return html() && LOGIN.matcher(text).find();
  }

  /** The delay that the server names; null where it names none. */
  public @Nullable Duration retryAfter(Clock clock) {
    return RetryAfter.of(headers.get("Retry-After"), headers.get("Date"), clock);
  }

  private String start() {
    return text.substring(0, Math.min(text.length(), 200)).stripLeading();
  }
}
