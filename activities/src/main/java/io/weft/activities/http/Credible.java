package io.weft.activities.http;

import io.weft.activities.failure.RemoteException;
import io.weft.workflows.record.Side;
import org.jspecify.annotations.Nullable;

/** Whether a success is one: both systems, and what stands before them, say 200 to much. */
public final class Credible {
  private Credible() {}

  /** What is wrong with a success; null where nothing is. */
  public static @Nullable RemoteException problem(Side system, Answer answer) {
    String call = answer.call().name();
    if (answer.cut()) {
      String what = call + " answered " + answer.status() + ", but the answer was cut off";
      return new RemoteException.Unavailable(system, call, what, true, null, null);
    }
    String missing = missing(answer);
    return missing == null
        ? null
        : new RemoteException.Malformed(
            system, call, call + " answered " + answer.status() + " " + missing, null);
  }

  private static @Nullable String missing(Answer answer) {
    if (answer.html()) {
      return "with a web page";
    }
    Row json = answer.json();
    return switch (answer.call().expect()) {
      case ODATA -> json == null ? "without JSON" : context(json);
      case JSON -> json == null ? "without JSON" : null;
      case XML -> answer.text().stripLeading().startsWith("<") ? null : "without XML";
      case PARTS -> Multipart.boundary(answer.headers()) == null ? "without parts" : null;
      case NOTHING -> json != null && json.has("error") ? "with an error inside" : null;
    };
  }

  private static @Nullable String context(Row json) {
    return json.has("@odata.context") ? null : "without @odata.context";
  }
}
