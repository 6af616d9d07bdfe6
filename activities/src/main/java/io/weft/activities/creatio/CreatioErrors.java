package io.weft.activities.creatio;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.failure.RemoteException.Conflict;
import io.weft.activities.http.Answer;
import io.weft.activities.http.Classifier;
import io.weft.activities.http.Credible;
import io.weft.activities.http.Kind;
import io.weft.activities.http.Row;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Creatio's answers mean. The order matters: the words of a body say more than its status, and
 * a 500 that no rule knows may have committed.
 *
 * <p>Source: Creatio Academy, "OData 4", response codes; the bodies are known from the field.
 */
public final class CreatioErrors implements Classifier {
  private static final Pattern DENIED_SIGN_IN =
      Pattern.compile("authorization has been denied", Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_RIGHTS =
      Pattern.compile("does not have permissions|SecurityException", Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_SUCH_SET =
      Pattern.compile("no http resource was found|controller named", Pattern.CASE_INSENSITIVE);

  /** Said of an unknown set, and by some builds of an unknown key. */
  private static final Pattern NO_SUCH_SEGMENT =
      Pattern.compile("resource not found for the segment", Pattern.CASE_INSENSITIVE);

  private static final Pattern MAPPING =
      Pattern.compile(
          "incompatible types|column by path .* not found|could not find a property",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern MEMORY =
      Pattern.compile("ram consumption limit", Pattern.CASE_INSENSITIVE);
  private static final Pattern DUPLICATE =
      Pattern.compile(
          "duplicate key|primary key constraint|\\b(23505|2627)\\b", Pattern.CASE_INSENSITIVE);

  /** A unique index of the customer's own, which says nothing about our id. */
  private static final Pattern OTHER_INDEX =
      Pattern.compile("constraint \"?'?(ix|iu|uq|ux)[a-z0-9_]*", Pattern.CASE_INSENSITIVE);

  private final Clock clock;
  private final MissingSets missing;

  public CreatioErrors(Clock clock) {
    this.clock = clock;
    this.missing = new MissingSets(clock);
  }

  @Override
  public boolean signInNeeded(Answer answer) {
    return answer.status() == 401
        || answer.redirect()
        || answer.loginPage()
        || DENIED_SIGN_IN.matcher(CreatioError.read(answer).text()).find();
  }

  @Override
  public @Nullable RemoteException failure(Answer answer) {
    CreatioError error = CreatioError.read(answer);
    if (signInNeeded(answer)) {
      return denied(
          answer,
          "does not accept a fresh sign-in",
          "Check in Creatio that the OAuth app is active and its user may sign in.");
    }
    if (answer.status() == 403 || NO_RIGHTS.matcher(error.text()).find()) {
      return denied(
          answer,
          "answered " + answer.status() + ", no rights" + colon(error),
          "Give Weft's user the operation CanUseODataService and rights to the object.");
    }
    if (noSuchSet(answer, error)) {
      return missing.failure(answer);
    }
    if (answer.success() && !refusedByService(answer)) {
      missing.found(answer);
      return Credible.problem(Side.CREATIO, answer);
    }
    return refused(answer, error);
  }

  /** While Creatio rebuilds after a change of its model, sets are gone for a minute or two. */
  private static boolean noSuchSet(Answer answer, CreatioError error) {
    if (answer.json() != null && NO_SUCH_SET.matcher(error.text()).find()) {
      return true;
    }
    if (!answer.call().kind().keyed() && NO_SUCH_SEGMENT.matcher(error.text()).find()) {
      return true;
    }
    // A page from the web server speaks of the address, never of a record that was deleted.
    return answer.status() == 404 && (!answer.call().kind().keyed() || answer.html());
  }

  private static boolean refusedByService(Answer answer) {
    Row json = answer.json();
    return answer.call().kind() == Kind.SERVICE
        && json != null
        && "false".equals(json.text("success"));
  }

  private RemoteException refused(Answer answer, CreatioError error) {
    return switch (answer.status()) {
      case 404, 410 -> conflict(answer, "is not there (any more)", Conflict.Kind.GONE);
      case 409, 412 -> conflict(answer, "has changed meanwhile", Conflict.Kind.MOVED);
      case 429 ->
          new RemoteException.Throttled(
              Side.CREATIO, name(answer), said(answer, error), answer.retryAfter(clock));
      case 408, 502, 503, 504 -> unavailable(answer, error);
      default ->
          answer.status() >= 500 || answer.success()
              ? serverError(answer, error)
              : rejected(answer, error);
    };
  }

  /**
   * Only the named cases are certain. Anything else, even a constraint that failed, may come from a
   * listener that ran after our row was committed.
   */
  private RemoteException serverError(Answer answer, CreatioError error) {
    String text = error.text();
    if (MAPPING.matcher(text).find()) {
      return rejected(answer, error);
    }
    if (MEMORY.matcher(text).find()) {
      return new RemoteException.Rejected(
          Side.CREATIO, name(answer), said(answer, error) + "; ask for smaller pages", "$top");
    }
    if (DUPLICATE.matcher(text).find() && answer.call().kind() == Kind.CREATE) {
      return OTHER_INDEX.matcher(text).find()
          ? rejected(answer, error)
          : conflict(answer, "is there already", Conflict.Kind.EXISTS);
    }
    return unavailable(answer, error);
  }

  private RemoteException unavailable(Answer answer, CreatioError error) {
    Duration delay = answer.retryAfter(clock);
    String said = said(answer, error);
    if (answer.status() == 503 && delay != null && !answer.call().kind().writes()) {
      return new RemoteException.Throttled(Side.CREATIO, name(answer), said, delay);
    }
    return new RemoteException.Unavailable(Side.CREATIO, name(answer), said, true, delay, null);
  }

  private static RemoteException rejected(Answer answer, CreatioError error) {
    return new RemoteException.Rejected(
        Side.CREATIO, name(answer), said(answer, error), error.field());
  }

  private static RemoteException conflict(Answer answer, String what, Conflict.Kind kind) {
    return new Conflict(Side.CREATIO, name(answer), name(answer) + ": the record " + what, kind);
  }

  private static RemoteException denied(Answer answer, String what, String remedy) {
    return new RemoteException.Denied(
        Side.CREATIO, name(answer), name(answer) + ": Creatio " + what, remedy);
  }

  private static String said(Answer answer, CreatioError error) {
    return name(answer) + " answered " + answer.status() + colon(error);
  }

  private static String colon(CreatioError error) {
    return error.text().isEmpty() ? "" : ": " + error.text();
  }

  private static String name(Answer answer) {
    return answer.call().name();
  }

  static String set(Answer answer) {
    return name(answer).replaceFirst("\\.[^.]*$", "").toLowerCase(Locale.ROOT);
  }
}
