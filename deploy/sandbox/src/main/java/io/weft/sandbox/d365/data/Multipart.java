package io.weft.sandbox.d365.data;

import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.odata.BadQuery;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The MIME side of a batch: parts in, parts out. */
final class Multipart {
  /** A part: its headers by lower-case name, and the rest. */
  record Part(Map<String, String> headers, String body) {
    @Nullable String contentId() {
      return headers.get("content-id");
    }

    @Nullable String boundary() {
      return Multipart.boundary(headers.get("content-type"));
    }
  }

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern REQUEST = Pattern.compile("(\\w+) (\\S+)(?: HTTP/1\\.1)?");
  private static final String END = "\r\n";

  private Multipart() {}

  /** Returns the boundary that a content type names, null if it names none. */
  static @Nullable String boundary(@Nullable String contentType) {
    Matcher matcher = BOUNDARY.matcher(contentType == null ? "" : contentType);
    boolean multipart = contentType != null && contentType.startsWith("multipart/mixed");
    return multipart && matcher.find() ? matcher.group(1) : null;
  }

  /**
   * Returns the parts between the boundaries.
   *
   * @throws BadQuery if the end mark is missing
   */
  static List<Part> parts(String body, String boundary) {
    String text = ("\n" + body.replace("\r\n", "\n"));
    if (!text.contains("\n--" + boundary + "--")) {
      throw new BadQuery("The batch has no end: --" + boundary + "-- is missing.");
    }
    List<Part> parts = new ArrayList<>();
    String[] pieces =
        text.substring(0, text.indexOf("\n--" + boundary + "--"))
            .split("\n--" + Pattern.quote(boundary) + "\n", -1);
    for (int i = 1; i < pieces.length; i++) {
      parts.add(part(pieces[i]));
    }
    return parts;
  }

  private static Part part(String text) {
    int blank = text.indexOf("\n\n");
    String head = blank < 0 ? text : text.substring(0, blank);
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : head.split("\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).trim().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).trim());
      }
    }
    return new Part(headers, blank < 0 ? "" : text.substring(blank + 2));
  }

  /** Returns the request inside a part, with the outer call's token and address. */
  static Call request(Call outer, Part part) {
    int line = part.body().indexOf('\n');
    String first = line < 0 ? part.body() : part.body().substring(0, line);
    Matcher matcher = REQUEST.matcher(first.trim());
    if (!matcher.matches()) {
      throw new BadQuery("'" + first + "' is no request line.");
    }
    Part inner = part(line < 0 ? "" : part.body().substring(line + 1));
    Map<String, String> headers = new LinkedHashMap<>(inner.headers());
    outer.headers().forEach((name, value) -> inherit(headers, name, value));
    String url = path(matcher.group(2), outer.base());
    int query = url.indexOf('?');
    return new Call(
        matcher.group(1).toUpperCase(Locale.ROOT),
        Call.decodePath(query < 0 ? url : url.substring(0, query)),
        Call.pairs(query < 0 ? null : url.substring(query + 1)),
        headers,
        inner.body().strip().getBytes(StandardCharsets.UTF_8),
        outer.base());
  }

  /** Absolute, rooted and relative addresses all occur. */
  private static String path(String url, String base) {
    String local = url.startsWith(base) ? url.substring(base.length()) : url;
    if (local.startsWith("http://") || local.startsWith("https://")) {
      throw new BadQuery("'" + url + "' is an address of another host.");
    }
    return local.startsWith("/") ? local : DataEndpoint.PATH + "/" + local;
  }

  private static void inherit(Map<String, String> headers, String name, String value) {
    if (name.equals("authorization") || name.startsWith("x-ms-") || name.equals("x-request-id")) {
      headers.putIfAbsent(name, value);
    }
  }

  /** Writes an answer as a part. */
  static void write(StringBuilder to, String boundary, @Nullable String contentId, Answer answer) {
    to.append("--").append(boundary).append(END);
    to.append("Content-Type: application/http").append(END);
    to.append("Content-Transfer-Encoding: binary").append(END);
    if (contentId != null) {
      to.append("Content-ID: ").append(contentId).append(END);
    }
    to.append(END).append("HTTP/1.1 ").append(answer.status()).append(' ');
    to.append(reason(answer.status())).append(END);
    answer
        .headers()
        .forEach((name, value) -> to.append(name).append(": ").append(value).append(END));
    to.append(END).append(answer.text()).append(END);
  }

  private static String reason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 201 -> "Created";
      case 204 -> "No Content";
      case 400 -> "Bad Request";
      case 404 -> "Not Found";
      case 412 -> "Precondition Failed";
      case 429 -> "Too Many Requests";
      case 500 -> "Internal Server Error";
      default -> "Status";
    };
  }
}
