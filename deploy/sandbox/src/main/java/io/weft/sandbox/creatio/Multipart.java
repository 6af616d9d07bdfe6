package io.weft.sandbox.creatio;

import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.odata.BadQuery;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The older form of a batch: MIME parts that each hold a whole HTTP request or response. */
final class Multipart {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";\\s]+)\"?");
  private static final Pattern REQUEST =
      Pattern.compile("(?m)^(GET|POST|PATCH|PUT|DELETE) (\\S+) HTTP/1\\.\\d\\s*$");
  private static final String ANSWER_BOUNDARY = "batchresponse_5f1d";

  private Multipart() {}

  static List<Batch.Item> items(Call call, String contentType) {
    List<Batch.Item> items = new ArrayList<>();
    collect(call.text().replace("\r\n", "\n"), contentType, null, items);
    return items;
  }

  private static void collect(
      String text, String contentType, @Nullable String group, List<Batch.Item> items) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw new BadQuery("The batch's content type lacks a boundary.");
    }
    String[] parts = text.split("--" + Pattern.quote(boundary.group(1)));
    for (int i = 1; i < parts.length; i++) {
      if (!parts[i].startsWith("--")) {
        part(parts[i], group, items);
      }
    }
  }

  private static void part(String text, @Nullable String group, List<Batch.Item> items) {
    int headEnd = text.indexOf("\n\n");
    String head = headEnd < 0 ? text : text.substring(0, headEnd);
    if (head.contains("multipart/mixed")) {
      collect(text.substring(headEnd), head, "changeset" + items.size(), items);
      return;
    }
    Matcher request = REQUEST.matcher(text);
    if (!request.find()) {
      throw new BadQuery("A part of the batch holds no request.");
    }
    int bodyAt = text.indexOf("\n\n", request.end() - 1);
    String body = bodyAt < 0 ? "" : text.substring(bodyAt).trim();
    items.add(
        Batch.Item.of(
            Integer.toString(items.size() + 1),
            request.group(1),
            request.group(2),
            body.getBytes(StandardCharsets.UTF_8),
            group));
  }

  static Answer answer(List<Answer> answers) {
    StringBuilder text = new StringBuilder();
    for (Answer answer : answers) {
      text.append("--").append(ANSWER_BOUNDARY).append("\r\n");
      text.append("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
      text.append("HTTP/1.1 ").append(answer.status()).append(" Status\r\n");
      answer.headers().forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
      text.append("\r\n").append(answer.text()).append("\r\n");
    }
    text.append("--").append(ANSWER_BOUNDARY).append("--\r\n");
    return Answer.of(
        200,
        "multipart/mixed; boundary=" + ANSWER_BOUNDARY,
        text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
