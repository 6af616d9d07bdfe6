package io.weft.activities.d365;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Answer;
import io.weft.activities.http.ChangesetText;
import io.weft.activities.http.HttpCall;
import io.weft.activities.http.Judged;
import io.weft.activities.http.Kind;
import io.weft.activities.http.Multipart;
import io.weft.activities.http.Row;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Several writes as one transaction: the request, and what its answer says of each write. All are
 * done, or one answer tells why none is; anything else is an outcome that nobody knows.
 *
 * <p>Source: Microsoft Learn, "Open Data Protocol (OData)", batch requests.
 */
final class Changeset {
  /** Locks and running time grow with every write. */
  static final int MOST = 100;

  private final List<HttpCall> calls;
  private final HttpCall batch;

  /** From 1, and by identity: writes may be equal and still be two. */
  private final IdentityHashMap<HttpCall, Integer> places = new IdentityHashMap<>();

  /** Takes the writes as the calls that they would be alone. */
  Changeset(List<HttpCall> calls, HttpUrl url) {
    if (calls.isEmpty() || calls.size() > MOST) {
      throw new IllegalArgumentException(
          "a changeset takes 1 to " + MOST + " writes, not " + calls.size());
    }
    this.calls = List.copyOf(calls);
    calls.forEach(call -> places.put(call, places.size() + 1));
    String name = calls.get(0).name().replaceFirst("\\.[^.]*$", ".changeset");
    this.batch = HttpCall.batch(name, url, ChangesetText.TYPE, ChangesetText.of(calls));
  }

  HttpCall call() {
    return batch;
  }

  /** The answers to our calls: one each, or those that tell why nothing was done. */
  List<Answer> answers(Answer whole) {
    List<Multipart.Part> parts = Multipart.parts(whole);
    if (parts == null) {
      throw unknown("an answer that cannot be read to its end");
    }
    List<Multipart.Part> failed = parts.stream().filter(part -> !part.success()).toList();
    if (failed.isEmpty()) {
      return inOrder(parts);
    }
    if (failed.size() < parts.size()) {
      throw unknown("both success and failure in one transaction");
    }
    return failed.stream().map(part -> part.answerTo(Culprit.of(batch, calls, part))).toList();
  }

  /** The rows in order of the writes; empty for those that make none. */
  List<Row> rows(List<Judged> judged) {
    List<Row> rows = new ArrayList<>();
    for (Judged part : judged) {
      if (part.failure() != null) {
        throw Culprit.named(
            part.failure(), places.getOrDefault(part.answer().call(), 0), calls.size());
      }
      Row json = part.answer().call().kind() == Kind.CREATE ? part.answer().json() : null;
      rows.add(json == null ? Row.of(Map.of()) : json);
    }
    return rows;
  }

  private List<Answer> inOrder(List<Multipart.Part> parts) {
    boolean byPlace = parts.stream().allMatch(part -> part.contentId() == null);
    List<@Nullable Answer> answers = new ArrayList<>(Collections.nCopies(calls.size(), null));
    for (int i = 0; i < parts.size(); i++) {
      int place = byPlace ? i + 1 : Culprit.place(parts.get(i), calls.size());
      if (place < 1 || place > calls.size() || answers.get(place - 1) != null) {
        throw unknown("answers to writes that were not asked for");
      }
      answers.set(place - 1, parts.get(i).answerTo(calls.get(place - 1)));
    }
    return complete(answers);
  }

  private List<Answer> complete(List<@Nullable Answer> answers) {
    List<Answer> all = new ArrayList<>();
    for (Answer answer : answers) {
      if (answer == null) {
        throw unknown("no word on some of its writes");
      }
      all.add(answer);
    }
    return all;
  }

  private RemoteException unknown(String what) {
    String said = batch.name() + " got " + what + "; look whether it was written";
    return new RemoteException.Unavailable(Side.D365, batch.name(), said, true, null, null);
  }
}
