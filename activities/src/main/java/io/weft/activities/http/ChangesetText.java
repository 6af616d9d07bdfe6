package io.weft.activities.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.Headers;

/**
 * Several calls as one batch with one changeset, the {@code Content-ID} of each its place from 1.
 * No line of it begins with a boundary but the boundaries: a body is one line of JSON.
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

  /** The text; throws IllegalArgumentException if a header could be more than a header. */
  public static String of(List<HttpCall> calls) {
    StringBuilder text = new StringBuilder();
    text.append("--").append(BATCH).append(END);
    text.append("Content-Type: ").append(MIXED).append(CHANGESET).append(END).append(END);
    for (int place = 1; place <= calls.size(); place++) {
      text.append("--").append(CHANGESET).append(END);
      text.append("Content-Type: application/http").append(END);
      text.append("Content-Transfer-Encoding: binary").append(END);
      text.append("Content-ID: ").append(place).append(END).append(END);
      request(text, calls.get(place - 1));
    }
    text.append("--").append(CHANGESET).append("--").append(END);
    return text.append("--").append(BATCH).append("--").append(END).toString();
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
