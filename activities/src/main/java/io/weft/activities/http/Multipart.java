package io.weft.activities.http;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.MultipartReader;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a {@code multipart/mixed} answer to a batch, changesets opened. An answer that stops
 * before its end mark is not read at all: what is missing may be what matters.
 *
 * <p>Source: OData 4.0 Protocol, "Batch Requests and Responses".
 */
public final class Multipart {
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "^\\s*multipart/mixed\\s*;(?:.*;)?\\s*boundary=(?:\"([^\"]+)\"|([^;\\s]+)).*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern STATUS = Pattern.compile("HTTP/\\d(?:\\.\\d)? (\\d{3})(?: .*)?");

  /**
   * One answer inside another.
   *
   * @param contentId the operation that it answers; null where it does not say
   */
  public record Part(@Nullable String contentId, int status, Headers headers, String body) {
    /** Whether the status says success. */
    public boolean success() {
      return status >= 200 && status < 300;
    }

    /** The part as the answer to a call of its own. */
    public Answer answerTo(HttpCall call) {
      return Answer.read(call, status, headers, body);
    }
  }

  private Multipart() {}

  /** All parts in their order; null where they cannot be read to their end. */
  public static @Nullable List<Part> parts(Answer answer) {
    List<Part> parts = new ArrayList<>();
    try {
      open(answer.headers(), new Buffer().writeUtf8(crlf(answer.text())), parts);
      return parts;
    } catch (IOException e) { // it ends too early, or is no such answer
      return null;
    }
  }

  /** A gateway may have taken the carriage returns out; no JSON has a line end inside a value. */
  private static String crlf(String text) {
    return text.contains("\r\n") ? text : text.replace("\n", "\r\n");
  }

  /** The boundary that the headers name; null where they name none. */
  static @Nullable String boundary(Headers headers) {
    String type = headers.get("Content-Type");
    Matcher found = BOUNDARY.matcher(type == null ? "" : type);
    if (!found.matches()) {
      return null;
    }
    return found.group(1) != null ? found.group(1) : found.group(2);
  }

  private static void open(Headers headers, BufferedSource body, List<Part> parts)
      throws IOException {
    String boundary = boundary(headers);
    if (boundary == null) {
      parts.add(part(headers.get("Content-ID"), body));
      return;
    }
    try (MultipartReader reader = new MultipartReader(body, boundary)) {
      for (var inner = reader.nextPart(); inner != null; inner = reader.nextPart()) {
        open(inner.headers(), inner.body(), parts);
      }
    }
  }

  /** An answer as HTTP writes it. */
  private static Part part(@Nullable String outer, BufferedSource http) throws IOException {
    String first = http.readUtf8Line();
    Matcher status = STATUS.matcher(first == null ? "" : first.strip());
    if (!status.matches()) {
      throw new ProtocolException("a part does not begin with a status");
    }
    Headers headers = headers(http);
    String id = outer == null ? headers.get("Content-ID") : outer;
    return new Part(id, Integer.parseInt(status.group(1)), headers, http.readUtf8());
  }

  /** Up to the blank line, or to the end where nothing follows them. */
  private static Headers headers(BufferedSource http) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    String line = http.readUtf8Line();
    while (line != null && !line.isEmpty()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
      line = http.readUtf8Line();
    }
    return PartHeaders.of(headers);
  }
}
