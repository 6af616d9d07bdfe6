package io.weft.activities.creatio;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Answer;
import io.weft.activities.http.Expect;
import io.weft.activities.http.HttpCall;
import io.weft.activities.http.Judged;
import io.weft.activities.http.Kind;
import io.weft.activities.http.PartHeaders;
import io.weft.activities.http.Row;
import io.weft.workflows.record.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Several requests in one, each for itself: Creatio goes on after one that fails. Answers are told
 * apart by id, whatever their order; one that is missing leaves its write's outcome open.
 *
 * <p>Source: Creatio Academy, "OData 4", batch requests.
 */
final class Batch {
  static final int MOST = 100;

  private final Map<String, HttpCall> calls = new LinkedHashMap<>();
  private final List<Map<String, Object>> requests = new ArrayList<>();
  private final List<WriteResult> results = new ArrayList<>();

  /** By identity: writes may be equal and still be two. */
  private final IdentityHashMap<HttpCall, Integer> places = new IdentityHashMap<>();

  /**
   * Takes the writes.
   *
   * @param alone makes the call that a write would be alone; what it refuses is not sent
   */
  Batch(List<Write> writes, Function<Write, HttpCall> alone) {
    if (writes.size() > MOST) {
      throw new IllegalArgumentException(
          "a batch takes at most " + MOST + " writes, not " + writes.size());
    }
    for (Write write : writes) {
      try {
        add(write, alone.apply(write));
      } catch (RemoteException.Rejected e) {
        results.add(new WriteResult.Failed(e));
      }
    }
  }

  private void add(Write write, HttpCall call) {
    String id = Integer.toString(results.size() + 1);
    calls.put(id, call);
    places.put(call, results.size());
    requests.add(request(id, write, call));
    String what = call.name() + " was sent in a batch, and its answer is missing";
    results.add(
        new WriteResult.Failed(
            new RemoteException.Unavailable(Side.CREATIO, call.name(), what, true, null, null)));
  }

  private static Map<String, Object> request(String id, Write write, HttpCall call) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("id", id);
    request.put("method", call.method());
    String key = write instanceof Write.Create ? "" : "/" + write.id().toLowerCase(Locale.ROOT);
    request.put("url", write.set() + key);
    if (call.body() != null) {
      request.put("headers", Map.of("Content-Type", "application/json"));
      request.put("body", call.body());
    }
    return request;
  }

  boolean isEmpty() {
    return requests.isEmpty();
  }

  /** The request; its name is no set's, for a set may be missing where batches are not. */
  HttpCall call(HttpUrl url) {
    return HttpCall.post("batch", Kind.SERVICE, url, Map.of("requests", requests))
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

  /** What became of each write, in their order. */
  List<WriteResult> results(List<Judged> judged) {
    for (Judged part : judged) {
      HttpCall call = part.answer().call();
      Integer place = places.get(call);
      if (place != null) {
        results.set(place, result(call, part));
      }
    }
    return List.copyOf(results);
  }

  private static WriteResult result(HttpCall call, Judged part) {
    if (part.failure() != null) {
      return new WriteResult.Failed(part.failure());
    }
    Row json = call.kind() == Kind.CREATE ? part.answer().json() : null;
    return new WriteResult.Done(json == null ? Row.of(Map.of()) : json);
  }
}
