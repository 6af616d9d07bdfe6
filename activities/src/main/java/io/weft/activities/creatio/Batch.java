package io.weft.activities.creatio;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Answer;
import io.weft.activities.http.HttpCall;
import io.weft.activities.http.Judged;
import io.weft.activities.http.Kind;
import io.weft.activities.http.Row;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import okhttp3.HttpUrl;

/** Several writes in one request. One whose answer is missing leaves its outcome open. */
final class Batch {
  private final BatchParts parts = new BatchParts();
  private final List<WriteResult> results = new ArrayList<>();

  /** By identity: writes may be equal and still be two. */
  private final IdentityHashMap<HttpCall, Integer> places = new IdentityHashMap<>();

  /**
   * Takes the writes.
   *
   * @param alone makes the call that a write would be alone; what it refuses is not sent
   */
  Batch(List<Write> writes, Function<Write, HttpCall> alone) {
    if (writes.size() > BatchParts.MOST) {
      throw new IllegalArgumentException(
          "a batch takes at most " + BatchParts.MOST + " writes, not " + writes.size());
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
    String key = write instanceof Write.Create ? "" : "/" + write.id().toLowerCase(Locale.ROOT);
    parts.add(results.size() + 1, call, write.set() + key);
    places.put(call, results.size());
    results.add(new WriteResult.Failed(BatchParts.missing(call)));
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** The request; its name is no set's, for a set may be missing where batches are not. */
  HttpCall call(HttpUrl url) {
    return parts.call("batch", url);
  }

  /** The answers of which it is sure to which of our calls they are. */
  List<Answer> answers(Answer whole) {
    return parts.answers(whole);
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
