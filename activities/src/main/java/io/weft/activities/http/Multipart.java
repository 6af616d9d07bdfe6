package io.weft.activities.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
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
  private static final Pattern BLANK_LINE = Pattern.compile("(?:\\A|\\r?\\n)\\r?\\n");
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

  private record Piece(Headers headers, String body) {}

  private Multipart() {}

  /** All parts in their order; null where they cannot be read to their end. */
  public static @Nullable List<Part> parts(Answer answer) {
    List<Part> parts = new ArrayList<>();
    return open(new Piece(answer.headers(), answer.text()), parts) ? parts : null;
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

  private static boolean open(Piece piece, List<Part> parts) {
    String boundary = boundary(piece.headers());
    if (boundary == null) {
      Part part = part(piece);
      return part != null && parts.add(part);
    }
    List<Piece> pieces = pieces(piece.body(), boundary);
    return pieces != null && pieces.stream().allMatch(inner -> open(inner, parts));
  }

  private static @Nullable List<Piece> pieces(String text, String boundary) {
    Matcher mark =
        Pattern.compile(
                "(?:\\A|\\r?\\n)--" + Pattern.quote(boundary) + "(--)?[ \\t]*(?=\\r?\\n|\\z)")
            .matcher(text);
    List<Piece> pieces = new ArrayList<>();
    int start = -1;
    while (mark.find()) {
      if (start >= 0) {
        pieces.add(piece(text.substring(start, mark.start()).replaceFirst("\\A\\r?\\n", "")));
      }
      if (mark.group(1) != null) {
        return pieces;
      }
      start = mark.end();
    }
    return null;
  }

  private static @Nullable Part part(Piece piece) {
    String[] lines = piece.body().split("\\r?\\n", 2);
    Matcher status = STATUS.matcher(lines[0].strip());
    if (!status.matches()) {
      return null;
    }
    Piece http = piece(lines.length > 1 ? lines[1] : "");
    String outer = piece.headers().get("Content-ID");
    String id = outer == null ? http.headers().get("Content-ID") : outer;
    return new Part(id, Integer.parseInt(status.group(1)), http.headers(), http.body());
  }

  private static Piece piece(String text) {
    Matcher blank = BLANK_LINE.matcher(text);
    boolean body = blank.find();
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : text.substring(0, body ? blank.start() : text.length()).split("\\r?\\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    return new Piece(PartHeaders.of(headers), body ? text.substring(blank.end()) : "");
  }
}
