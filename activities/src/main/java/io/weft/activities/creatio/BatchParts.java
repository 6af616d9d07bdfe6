package io.weft.activities.creatio;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Answer;
import io.weft.activities.http.Expect;
import io.weft.activities.http.HttpCall;
import io.weft.activities.http.Kind;
import io.weft.activities.http.PartHeaders;
import io.weft.activities.http.Row;
import io.weft.workflows.record.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Several calls in one request, each for itself: Creatio goes on after one that fails. Answers are
 * told apart by id, whatever their order.
 *
 * <p>Source: Creatio Academy, "OData 4", batch requests.
 */
final class BatchParts {
  static final int MOST = 100;

  private final Map<String, HttpCall> calls = new LinkedHashMap<>();
  private final List<Map<String, Object>> requests = new ArrayList<>();

  /**
   * Takes one more.
   *
   * @param place from 1; what its answer is known by
   * @param address below the service's root
   */
  void add(int place, HttpCall call, String address) {
    String id = Integer.toString(place);
    calls.put(id, call);
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("id", id);
    request.put("method", call.method());
    request.put("url", address);
    if (call.body() != null) {
      request.put("headers", Map.of("Content-Type", "application/json"));
      request.put("body", call.body());
    }
    requests.add(request);
  }

  boolean isEmpty() {
    return requests.isEmpty();
  }

  /** The request under this name. */
  HttpCall call(String name, HttpUrl url) {
    return HttpCall.post(name, Kind.SERVICE, url, Map.of("requests", requests))
        .expecting(Expect.JSON)
        .header("Prefer", "continue-on-error");
  }

  /** The answers of which it is sure to which of our calls they are. */
  List<Answer> answers(Answer whole) {
    Row json = whole.json();
    if (json == null || !json.has("responses")) {
      String what = "batch answered " + whole.status() + " without responses";
      throw new RemoteException.Malformed(Side.CREATIO, "batch", what, null);
    }
    Map<String, Answer> answers = new LinkedHashMap<>();
    Set<String> twice = new HashSet<>();
    for (Row item : json.rows("responses")) {
      String id = String.valueOf(item.text("id"));
      Answer answer = answer(calls.get(id), item);
      if (answer != null && answers.put(id, answer) != null) {
        twice.add(id);
      }
    }
    answers.keySet().removeAll(twice);
    return List.copyOf(answers.values());
  }

  private static @Nullable Answer answer(@Nullable HttpCall call, Row item) {
    BigDecimal status = item.number("status");
    if (call == null || status == null) {
      return null;
    }
    String text = item.text("body");
    return new Answer(
        call, status.intValue(), headers(item), text == null ? "" : text, item.row("body"), false);
  }

  private static Headers headers(Row item) {
    Map<String, String> headers = new LinkedHashMap<>();
    Row named = item.row("headers");
    if (named != null) {
      named.names().forEach(name -> headers.put(name, String.valueOf(named.text(name))));
    }
    return PartHeaders.of(headers);
  }

  /** What there is to say where an answer does not come. */
  static RemoteException missing(HttpCall call) {
    String what = call.name() + " was sent in a batch, and its answer is missing";
    return new RemoteException.Unavailable(Side.CREATIO, call.name(), what, true, null, null);
  }
}
