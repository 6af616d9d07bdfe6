package io.weft.activities.d365;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.HttpCall;
import io.weft.activities.http.Kind;
import io.weft.activities.http.Multipart;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which write of a changeset an error speaks of. The one answer to a failed changeset was seen with
 * the {@code Content-ID} of its first write where the text names another, so the text goes first.
 */
final class Culprit {
  private static final Pattern ENTITY = Pattern.compile("row of type '(\\w+?)(?:V\\d+)?Entity'");
  private static final Pattern QUOTED = Pattern.compile("'([^']+)'");
  private static final Set<Integer> OF_A_ROW = Set.of(404, 409, 410, 412);

  private Culprit() {}

  /** The call at fault itself; where that is not said, one that stands for those it may be. */
  static HttpCall of(HttpCall batch, List<HttpCall> calls, Multipart.Part part) {
    String message = D365Errors.message(part.answerTo(batch));
    List<HttpCall> maybe = narrowed(calls, call -> named(message, call));
    maybe = narrowed(maybe, call -> quoted(message, call));
    int place = place(part, calls.size());
    HttpCall marked = place == 0 ? null : calls.get(place - 1);
    if (marked != null && maybe.contains(marked)) {
      return marked;
    }
    return maybe.size() == 1 ? maybe.get(0) : standIn(batch, maybe, part.status());
  }

  /** The place, from 1, that a part names; 0 where it names none of ours. */
  static int place(Multipart.Part part, int places) {
    String id = part.contentId() == null ? "" : part.contentId().strip();
    int place = id.matches("\\d{1,4}") ? Integer.parseInt(id) : 0;
    return place <= places ? place : 0;
  }

  /** The same failure, telling which write it is about; place 0 means that nobody knows. */
  static RemoteException named(RemoteException failure, int place, int places) {
    if (places == 1) {
      return failure;
    }
    String which = place == 0 ? "one of " + places + " writes" : "write " + place + " of " + places;
    return saying(which + ": " + failure.getMessage(), failure);
  }

  private static RemoteException saying(String message, RemoteException failure) {
    if (failure instanceof RemoteException.Rejected rejected) {
      return new RemoteException.Rejected(
          failure.system(), failure.call(), message, rejected.field());
    }
    if (failure instanceof RemoteException.Conflict conflict) {
      return new RemoteException.Conflict(
          failure.system(), failure.call(), message, conflict.kind());
    }
    if (failure instanceof RemoteException.Malformed) {
      return new RemoteException.Malformed(failure.system(), failure.call(), message, failure);
    }
    return failure; // about the system, not about a write
  }

  private static List<HttpCall> narrowed(List<HttpCall> calls, Predicate<HttpCall> fits) {
    List<HttpCall> fewer = calls.stream().filter(fits).toList();
    return fewer.isEmpty() ? calls : fewer;
  }

  /** Errors name an entity by its inner name: {@code SalesOrderLineV2Entity}. */
  private static boolean named(String message, HttpCall call) {
    Matcher entity = ENTITY.matcher(message);
    String set = call.name().replaceFirst("\\.[^.]*$", "").replaceFirst("V\\d+$", "");
    return entity.find() && entity.group(1).endsWith(set.replaceFirst("s$", ""));
  }

  private static boolean quoted(String message, HttpCall call) {
    Set<String> values =
        QUOTED.matcher(message).results().map(Culprit::value).collect(Collectors.toSet());
    return call.body() != null && call.body().values().stream().anyMatch(values::contains);
  }

  private static String value(MatchResult quoted) {
    return quoted.group(1);
  }

  /** What an error means depends on the kind of call: only a key can be gone, only a new row be. */
  private static HttpCall standIn(HttpCall batch, List<HttpCall> maybe, int status) {
    Set<String> names =
        maybe.stream().map(HttpCall::name).collect(Collectors.toCollection(TreeSet::new));
    HttpCall keyed = first(maybe, call -> call.kind().keyed());
    HttpCall creating = first(maybe, call -> call.kind() == Kind.CREATE);
    HttpCall likely = OF_A_ROW.contains(status) ? keyed : creating;
    String name = names.size() == 1 ? names.iterator().next() : batch.name();
    return (likely == null ? maybe.get(0) : likely).named(name);
  }

  private static @Nullable HttpCall first(List<HttpCall> calls, Predicate<HttpCall> fits) {
    return calls.stream().filter(fits).findFirst().orElse(null);
  }
}
