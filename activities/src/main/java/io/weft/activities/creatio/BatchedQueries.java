package io.weft.activities.creatio;

import io.weft.activities.http.Answer;
import io.weft.activities.http.HttpCall;
import io.weft.activities.http.Judged;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import okhttp3.HttpUrl;

/** Several queries of one set in one request. */
final class BatchedQueries {
  private final List<HttpCall> calls;
  private final BatchParts parts = new BatchParts();

  /** Takes the queries as the calls that they would be alone. */
  BatchedQueries(String set, List<HttpCall> calls) {
    if (calls.size() > BatchParts.MOST) {
      throw new IllegalArgumentException(
          "a batch takes at most " + BatchParts.MOST + " queries, not " + calls.size());
    }
    this.calls = List.copyOf(calls);
    int place = 1;
    for (HttpCall call : calls) {
      parts.add(place++, call, set + "?" + call.url().encodedQuery());
    }
  }

  /** The request, under the name of its queries. */
  HttpCall call(HttpUrl url) {
    return parts.call(calls.get(0).name(), url).reading();
  }

  /** The answers of which it is sure to which of our calls they are. */
  List<Answer> answers(Answer whole) {
    return parts.answers(whole);
  }

  /** What each query found, in their order; throws what stopped the first of those that failed. */
  List<Answer> read(List<Judged> judged) {
    IdentityHashMap<HttpCall, Answer> found = new IdentityHashMap<>();
    judged.forEach(part -> found.put(part.answer().call(), part.credible()));
    List<Answer> read = new ArrayList<>();
    for (HttpCall call : calls) {
      Answer answer = found.get(call);
      if (answer == null) {
        throw BatchParts.missing(call);
      }
      read.add(answer);
    }
    return read;
  }
}
