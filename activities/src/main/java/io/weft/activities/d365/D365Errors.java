package io.weft.activities.d365;

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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of F&amp;O and of Dataverse mean. The same trouble came as 400 in one release
 * and as 500 in another, so the exception's type and the Infolog's words go before the status.
 *
 * <p>Source: Microsoft Learn, "Service protection API limits"; the bodies are known from the field.
 */
public final class D365Errors implements Classifier {
  private static final String WRITE_EXCEPTION = "AxODataWriteException";
  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE;

  private static final Pattern BUSY =
      Pattern.compile("update conflict|changed by another user|deadlock", ANY_CASE);
  private static final Pattern EXISTS =
      Pattern.compile("record already exists|already exist\\b", ANY_CASE);
  private static final Pattern OVERLOADED =
      Pattern.compile(
          "high resource utilization|number of (concurrent )?requests exceeded"
              + "|combined execution time of incoming requests exceeded",
          ANY_CASE);
  private static final Pattern NO_RIGHTS =
      Pattern.compile("access (is )?denied|sufficient authorization", ANY_CASE);
  private static final Pattern NO_SUCH_SET =
      Pattern.compile(
          "no http resource was found|resource not found for the segment|controller named",
          ANY_CASE);

  private final Clock clock;

  public D365Errors(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean signInNeeded(Answer answer) {
    return answer.status() == 401 || answer.redirect() || answer.loginPage();
  }

  @Override
  public @Nullable RemoteException failure(Answer answer) {
    if (signInNeeded(answer)) {
      return denied(
          answer,
          "does not accept a fresh token",
          "Register the client id under System administration > Setup > Microsoft Entra ID"
              + " applications, and check that url and tenant belong together.");
    }
    if (answer.success()) {
      return Credible.problem(Side.D365, answer);
    }
    String message = message(answer);
    Infolog log = Infolog.read(message);
    RemoteException byWords = byWords(answer, message, log);
    return byWords != null ? byWords : byStatus(answer, message, log);
  }

  private @Nullable RemoteException byWords(Answer answer, String message, Infolog log) {
    if (answer.status() == 429 || OVERLOADED.matcher(message).find()) {
      return new RemoteException.Throttled(
          Side.D365, name(answer), said(answer, log), answer.retryAfter(clock));
    }
    if (answer.status() == 403 || NO_RIGHTS.matcher(message).find()) {
      return denied(
          answer,
          "answered " + answer.status() + ", no rights" + colon(log),
          "Give the user mapped to our client id a role with this data entity.");
    }
    if (BUSY.matcher(message).find()) {
      return conflict(answer, "is being changed by someone else", Conflict.Kind.BUSY);
    }
    if (EXISTS.matcher(message).find() && answer.call().kind() == Kind.CREATE) {
      return conflict(answer, "is there already" + colon(log), Conflict.Kind.EXISTS);
    }
    return null;
  }

  private RemoteException byStatus(Answer answer, String message, Infolog log) {
    return switch (answer.status()) {
      case 404, 410 -> notFound(answer, message);
      case 409, 412 -> conflict(answer, "has changed since it was read", Conflict.Kind.MOVED);
      case 408, 502, 503, 504 -> unavailable(answer, log);
      default ->
          answer.status() < 500 || validation(answer, message)
              ? new RemoteException.Rejected(
                  Side.D365, name(answer), said(answer, log), log.field())
              : unavailable(answer, log);
    };
  }

  /** The write was refused as a whole: the ERP rolls it back before it answers like this. */
  private static boolean validation(Answer answer, String message) {
    Row error = answer.json() == null ? null : answer.json().row("error");
    Row inner = error == null ? null : error.row("innererror");
    String type = inner == null ? null : inner.text("type");
    return (type != null && type.endsWith(WRITE_EXCEPTION)) || message.contains("Infolog:");
  }

  private static RemoteException notFound(Answer answer, String message) {
    if (answer.html()) {
      // A gateway's page speaks of the environment, never of a row that was deleted.
      return new RemoteException.Unavailable(
          Side.D365,
          name(answer),
          name(answer) + " answered 404 with a web page",
          true,
          null,
          null);
    }
    if (answer.call().kind().keyed() && !NO_SUCH_SET.matcher(message).find()) {
      return conflict(answer, "is not there (any more)", Conflict.Kind.GONE);
    }
    String what = name(answer) + ": D365 does not know " + answer.call().url().encodedPath();
    return new RemoteException.Malformed(Side.D365, name(answer), what, null);
  }

  private RemoteException unavailable(Answer answer, Infolog log) {
    Duration delay = answer.retryAfter(clock);
    String said = said(answer, log);
    if (answer.status() == 503 && delay != null && !answer.call().kind().writes()) {
      return new RemoteException.Throttled(Side.D365, name(answer), said, delay);
    }
    return new RemoteException.Unavailable(Side.D365, name(answer), said, true, delay, null);
  }

  private static RemoteException conflict(Answer answer, String what, Conflict.Kind kind) {
    return new Conflict(Side.D365, name(answer), name(answer) + ": the row " + what, kind);
  }

  private static RemoteException denied(Answer answer, String what, String remedy) {
    return new RemoteException.Denied(
        Side.D365, name(answer), name(answer) + ": D365 " + what, remedy);
  }

  /** The innermost message; pages and stack traces say nothing that people can use. */
  static String message(Answer answer) {
    Row json = answer.json();
    if (json == null) {
      return answer.html() || answer.status() != 429 ? "" : answer.text().strip();
    }
    Row error = json.row("error");
    Row inner = error == null ? null : error.row("innererror");
    String innermost = inner == null ? null : inner.text("message");
    if (innermost != null && !innermost.isBlank()) {
      return innermost;
    }
    String outer = error == null ? json.text("Message") : error.text("message");
    return outer == null ? "" : outer;
  }

  private static String said(Answer answer, Infolog log) {
    return name(answer) + " answered " + answer.status() + colon(log);
  }

  private static String colon(Infolog log) {
    return log.text().isEmpty() ? "" : ": " + log.text();
  }

  private static String name(Answer answer) {
    return answer.call().name();
  }
}
