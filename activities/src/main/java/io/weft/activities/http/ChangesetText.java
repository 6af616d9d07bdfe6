package io.weft.activities.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.Headers;

/**
 * Several calls as one batch, the {@code Content-ID} of each its place from 1. No line of it begins
 * with a boundary but the boundaries: a body is one line of JSON.
 *
 * <p>Source: OData 4.0 Protocol, "Batch Requests and Responses".
 */
public final class ChangesetText {
  private static final String BATCH = "batch_weft";
  private static final String CHANGESET = "changeset_weft";
  private static final String MIXED = "multipart/mixed; boundary=";
  private static final String END = "\r\n";

  /** What the text is. */
  public static final String TYPE = MIXED + BATCH;

  private ChangesetText() {}

  /**
   * One changeset for all; throws IllegalArgumentException if a header could be more than a header.
   */
  public static String of(List<HttpCall> calls) {
    StringBuilder text = new StringBuilder();
    text.append("--").append(BATCH).append(END);
    changeset(text, CHANGESET, 1, calls);
    return text.append("--").append(BATCH).append("--").append(END).toString();
  }

  /** One changeset for each call: each is done or not for itself. */
  public static String each(List<HttpCall> calls) {
    StringBuilder text = new StringBuilder();
    for (int place = 1; place <= calls.size(); place++) {
      text.append("--").append(BATCH).append(END);
      changeset(text, CHANGESET + "_" + place, place, calls.subList(place - 1, place));
    }
    return text.append("--").append(BATCH).append("--").append(END).toString();
  }

  /** Reads one after the other, in no changeset. */
  public static String reads(List<HttpCall> calls) {
    StringBuilder text = new StringBuilder();
    for (int place = 1; place <= calls.size(); place++) {
      text.append("--").append(BATCH).append(END);
      part(text, place, calls.get(place - 1));
    }
    return text.append("--").append(BATCH).append("--").append(END).toString();
  }

  private static void changeset(
      StringBuilder text, String boundary, int firstPlace, List<HttpCall> calls) {
    text.append("Content-Type: ").append(MIXED).append(boundary).append(END).append(END);
    int place = firstPlace;
    for (HttpCall call : calls) {
      text.append("--").append(boundary).append(END);
      part(text, place++, call);
    }
    text.append("--").append(boundary).append("--").append(END);
  }

  private static void part(StringBuilder text, int place, HttpCall call) {
    text.append("Content-Type: application/http").append(END);
    text.append("Content-Transfer-Encoding: binary").append(END);
    text.append("Content-ID: ").append(place).append(END).append(END);
    request(text, call);
  }

  private static void request(StringBuilder text, HttpCall call) {
    byte[] bytes = call.bytes();
    Headers.Builder headers = new Headers.Builder();
    call.headers().forEach(headers::add);
    if (bytes != null && headers.get("Content-Type") == null) {
      headers.add("Content-Type", HttpCall.JSON);
    }
    text.append(call.method()).append(' ').append(call.url()).append(" HTTP/1.1").append(END);
    headers
        .build()
        .forEach(
            header ->
                text.append(header.getFirst()).append(": ").append(header.getSecond()).append(END));
    String body = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    text.append(END).append(body).append(END);
  }
}
