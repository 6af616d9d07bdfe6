package io.weft.sandbox.creatio;

import io.weft.sandbox.http.Answer;
import io.weft.sandbox.http.Call;
import io.weft.sandbox.http.Json;
import io.weft.sandbox.odata.BadQuery;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs up to 100 requests one after the other; stops at the first failure unless told to go on.
 * Each stands for itself: a group or changeset is not rolled back.
 */
final class Batch {
  private static final int MOST = 100;

  /** One request of a batch. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Item(String id, String method, String url, byte[] body, @Nullable String group) {
    static Item of(String id, String method, String url, byte[] body, @Nullable String group) {
      return new Item(id, method.toUpperCase(Locale.ROOT), url, body, group);
    }
  }

  private final BiFunction<Call, Caller, Answer> server;

  Batch(BiFunction<Call, Caller, Answer> server) {
    this.server = server;
  }

  Answer run(Call call, Caller caller, String root) {
    String type = String.valueOf(call.header("content-type"));
    boolean multipart = type.startsWith("multipart/mixed");
    List<Item> items = multipart ? Multipart.items(call, type) : items(call.json());
    if (items.size() > MOST) {
      throw new BadQuery("The batch contains more than " + MOST + " requests.");
    }
    List<Answer> answers = answers(call, caller, root, items);
    boolean json = !multipart || String.valueOf(call.header("accept")).contains("json");
    return json ? json(items, answers) : Multipart.answer(answers);
  }

  private List<Answer> answers(Call call, Caller caller, String root, List<Item> items) {
    boolean goOn = String.valueOf(call.header("prefer")).contains("continue-on-error");
    List<Answer> answers = new ArrayList<>();
    for (Item item : items) {
      Answer answer = server.apply(part(call, root, item), caller);
      answers.add(answer);
      if (answer.status() >= 400 && !goOn) {
        break;
      }
    }
    return answers;
  }

  private static Call part(Call call, String root, Item item) {
    int question = item.url().indexOf('?');
    String path = question < 0 ? item.url() : item.url().substring(0, question);
    String query = question < 0 ? null : item.url().substring(question + 1);
    int below = path.indexOf(root + "/");
    String relative = below < 0 ? path : path.substring(below + root.length());
    String slashed = relative.startsWith("/") ? relative : "/" + relative;
    return call.part(
        item.method(), root + Call.decodePath(slashed), Call.pairs(query), item.body());
  }

  private static List<Item> items(Map<String, @Nullable Object> body) {
    List<Item> items = new ArrayList<>();
    if (!(body.get("requests") instanceof List<?> requests)) {
      throw new BadQuery("The batch lacks 'requests'.");
    }
    for (Object request : requests) {
      if (request instanceof Map<?, ?> map) {
        Object group = map.get("atomicityGroup");
        Object part = map.get("body");
        items.add(
            Item.of(
                String.valueOf(map.get("id")),
                String.valueOf(map.get("method")),
                String.valueOf(map.get("url")),
                part == null ? new byte[0] : Json.bytes(part),
                group == null ? null : group.toString()));
      }
    }
    return items;
  }

  private static Answer json(List<Item> items, List<Answer> answers) {
    Map<String, String> groups = new LinkedHashMap<>();
    List<Object> responses = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Item item = items.get(i);
      Map<String, @Nullable Object> response = response(item, answers.get(i));
      if (item.group() != null) {
        response.put(
            "atomicityGroup",
            groups.computeIfAbsent(item.group(), any -> UUID.randomUUID().toString()));
      }
      responses.add(response);
    }
    return Answer.json(200, Map.of("responses", responses)).header("OData-Version", "4.0");
  }

  private static Map<String, @Nullable Object> response(Item item, Answer answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    answer.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    headers.put("odata-version", "4.0");
    Map<String, @Nullable Object> response = new LinkedHashMap<>();
    response.put("id", item.id());
    response.put("status", answer.status());
    response.put("headers", headers);
    if (answer.body().length > 0) {
      boolean json = headers.getOrDefault("content-type", "").contains("json");
      response.put(
          "body",
          json ? Json.object(answer.body()) : new String(answer.body(), StandardCharsets.UTF_8));
    }
    return response;
  }
}
