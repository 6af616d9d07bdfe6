package io.weft.sandbox.d365.dataverse;

import io.weft.sandbox.http.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Error bodies of the Web API. */
public final class DataverseErrors {
  private DataverseErrors() {}

  /** Returns an error with its hexadecimal code. */
  public static Answer of(int status, String code, String message) {
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", message);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("error", error);
    return Answer.json(status, json);
  }

  /** Returns the answer to a token that is too old. */
  static Answer expired() {
    return of(
        400,
        "0x80044352",
        "Version stamp associated with the client has expired. Please perform a full sync.");
  }

  /** Returns the answer to an option that change tracking does not allow. */
  static Answer notWithTracking(String option) {
    return of(
        400,
        "0x80060888",
        "The \"" + option + "\" query parameter isn't supported when Change Tracking is enabled.");
  }

  /** Returns the answer to a table that is not visible. */
  static Answer noSuchSegment(String segment) {
    return of(404, "0x80060888", "Resource not found for the segment '" + segment + "'.");
  }

  /** Returns the answer to a request that cannot be read. */
  static Answer bad(String message) {
    return of(400, "0x80060888", message);
  }

  /** Returns the answer of a platform under load. */
  public static Answer throttled(@Nullable Long retryAfter) {
    Answer answer =
        of(
            429,
            "0x80072322",
            "Number of requests exceeded the limit of 6000 over time window of 300 seconds.");
    return retryAfter == null ? answer : answer.header("Retry-After", retryAfter.toString());
  }
}
