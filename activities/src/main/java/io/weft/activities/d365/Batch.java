package io.weft.activities.d365;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Answer;
import io.weft.activities.http.ChangesetText;
import io.weft.activities.http.HttpCall;
import io.weft.activities.http.Judged;
import io.weft.activities.http.Multipart;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import okhttp3.HttpUrl;

/**
 * Several writes in one request, each a transaction of its own, or several reads. Answers are told
 * apart by their Content-ID; a write that has none, or two, is one whose outcome nobody knows.
 *
 * <p>Source: Microsoft Learn, "Open Data Protocol (OData)", batch requests.
 */
final class Batch {
  /** The ERP takes thousands; an answer is to come in about a second. */
  static final int MOST = 100;

  private final List<HttpCall> calls;

  /** By identity: writes may be equal and still be two. */
  private final IdentityHashMap<HttpCall, Integer> places = new IdentityHashMap<>();

  /** Takes the writes, or the reads, as the calls that they would be alone. */
  Batch(List<HttpCall> calls) {
    if (calls.size() > MOST) {
      throw new IllegalArgumentException(
          "a batch takes at most " + MOST + " calls, not " + calls.size());
    }
    this.calls = List.copyOf(calls);
    calls.forEach(call -> places.put(call, places.size()));
  }

  /** The request that writes. */
  HttpCall call(HttpUrl url) {
    return HttpCall.batch("batch", url, ChangesetText.TYPE, ChangesetText.each(calls));
  }

  /** The request that reads. */
  HttpCall reading(HttpUrl url) {
    String name = calls.get(0).name();
    return HttpCall.batch(name, url, ChangesetText.TYPE, ChangesetText.reads(calls)).reading();
  }

  /** The answers of which it is sure to which of our calls they are. */
  List<Answer> answers(Answer whole) {
    List<Multipart.Part> parts = Multipart.parts(whole);
    if (parts == null) {
      String what = "batch got an answer that cannot be read to its end; look what was written";
      throw new RemoteException.Unavailable(Side.D365, "batch", what, true, null, null);
    }
    boolean byPlace =
        parts.size() == calls.size() && parts.stream().allMatch(part -> part.contentId() == null);
    Map<Integer, Answer> answers = new TreeMap<>();
    Set<Integer> twice = new HashSet<>();
    for (int i = 0; i < parts.size(); i++) {
      int place = byPlace ? i + 1 : Culprit.place(parts.get(i), calls.size());
      if (place > 0 && answers.put(place, answer(parts.get(i), place)) != null) {
        twice.add(place);
      }
    }
    answers.keySet().removeAll(twice);
    return List.copyOf(answers.values());
  }

  private Answer answer(Multipart.Part part, int place) {
    return part.answerTo(calls.get(place - 1));
  }

  /** What stopped each write, in their order; empty where it was done. */
  List<Optional<RemoteException>> results(List<Judged> judged) {
    List<Optional<RemoteException>> results = new ArrayList<>();
    calls.forEach(call -> results.add(Optional.of(missing(call))));
    for (Judged part : judged) {
      Integer place = places.get(part.answer().call());
      if (place != null) {
        results.set(place, Optional.ofNullable(part.failure()));
      }
    }
    return List.copyOf(results);
  }

  /** What each read found, in their order; throws what stopped the first of those that failed. */
  List<Answer> read(List<Judged> judged) {
    Map<Integer, Answer> found = new TreeMap<>();
    for (Judged part : judged) {
      Integer place = places.get(part.answer().call());
      if (place != null) {
        found.put(place, part.credible());
      }
    }
    if (found.size() < calls.size()) {
      throw missing(calls.get(0));
    }
    return List.copyOf(found.values());
  }

  private static RemoteException missing(HttpCall call) {
    String what = call.name() + " was sent in a batch, and its answer is missing";
    return new RemoteException.Unavailable(Side.D365, call.name(), what, true, null, null);
  }
}
