package io.weft.workflows.failure;

import static io.weft.workflows.failure.FailureTypes.CLAIMED;
import static io.weft.workflows.failure.FailureTypes.CONFLICT;
import static io.weft.workflows.failure.FailureTypes.DENIED;
import static io.weft.workflows.failure.FailureTypes.MALFORMED;
import static io.weft.workflows.failure.FailureTypes.OUTCOME_UNKNOWN;
import static io.weft.workflows.failure.FailureTypes.OVERTAKEN;
import static io.weft.workflows.failure.FailureTypes.REJECTED;
import static io.weft.workflows.failure.FailureTypes.STORE_UNAVAILABLE;
import static io.weft.workflows.failure.FailureTypes.THROTTLED;
import static io.weft.workflows.failure.FailureTypes.UNAVAILABLE;
import static io.weft.workflows.failure.FailureTypes.WRONG_ENVIRONMENT;

import io.temporal.common.converter.DataConverterException;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TimeoutFailure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the end of an activity into words for a person. */
public final class Problems {
  /** No worker took the work or finished it; not a {@link FailureTypes} name that is thrown. */
  public static final String NO_ANSWER = "NoAnswer";

  private Problems() {}

  /**
   * Why an activity gave up. A {@link Problem} in the failure's details is taken as it is: whoever
   * threw knew best. Otherwise the failure's type decides, and its message becomes the sentence.
   */
  public static Problem of(ActivityFailure failure) {
    ApplicationFailure told = told(failure);
    if (told == null) {
      return noAnswer(failure.getActivityType());
    }
    Problem detailed = detailed(told);
    return detailed != null ? detailed : of(told, failure.getActivityType());
  }

  /** One sentence that puts a failure's name into words. */
  public static String reason(String failure) {
    return switch (failure) {
      case REJECTED -> "The system refuses the content of the record.";
      case THROTTLED -> "The system was too busy for a long time.";
      case UNAVAILABLE -> "The system could not be reached for a long time.";
      case DENIED -> "Sign-in or rights are wrong; the record itself is fine.";
      case MALFORMED -> "The system answered in a form that cannot be read.";
      case CONFLICT, CLAIMED, OVERTAKEN -> "Something else changes the record again and again.";
      case OUTCOME_UNKNOWN -> "It is not known whether an earlier write arrived.";
      case WRONG_ENVIRONMENT -> "The settings connect to another environment than before.";
      case STORE_UNAVAILABLE -> "Weft's own database could not be reached.";
      case NO_ANSWER -> "Workers were away, or lost this work again and again.";
      default -> "A decision or a correction is needed (" + failure + ").";
    };
  }

  private static Problem of(ApplicationFailure told, String activity) {
    String type = Objects.requireNonNullElse(told.getType(), "Unknown");
    String message = Objects.requireNonNullElse(told.getOriginalMessage(), type);
    return new Problem(
        type,
        message,
        remedy(type),
        Fingerprint.of("weft", activity, type, message),
        null,
        healsItself(type));
  }

  private static Problem noAnswer(String activity) {
    return new Problem(
        NO_ANSWER,
        "No worker finished this work in time.",
        "Check that workers run and reach the store and both systems.",
        Fingerprint.of("weft", activity, NO_ANSWER, ""),
        null,
        true);
  }

  /** The last failure that code threw; null if there was only silence. */
  private static @Nullable ApplicationFailure told(ActivityFailure failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof TimeoutFailure) {
      cause = cause.getCause(); // the attempt before the one that the deadline cut off
    }
    return cause instanceof ApplicationFailure application ? application : null;
  }

  private static @Nullable Problem detailed(ApplicationFailure told) {
    if (told.getDetails().getSize() == 0) {
      return null;
    }
    try {
      return told.getDetails().get(0, Problem.class);
    } catch (DataConverterException e) {
      return null; // details of another kind
    }
  }

  private static boolean healsItself(String type) {
    return switch (type) {
      case THROTTLED, UNAVAILABLE, CONFLICT, DENIED, MALFORMED -> true;
      case CLAIMED, OVERTAKEN, OUTCOME_UNKNOWN, STORE_UNAVAILABLE -> true;
      default -> false; // refused, wrong environment, or a fault that nobody foresaw
    };
  }

  private static String remedy(String type) {
    return switch (type) {
      case REJECTED -> "Correct the record where it is kept, or amend the value, then retry.";
      case DENIED ->
          "Renew the sign-in or the rights of the integration user; records are fine and go on.";
      case WRONG_ENVIRONMENT ->
          "Check which environment the settings connect to; release the records when it is right.";
      case THROTTLED, UNAVAILABLE -> "Nothing: it goes on when the system answers again.";
      case STORE_UNAVAILABLE -> "Bring Weft's database back; it goes on by itself.";
      case MALFORMED ->
          "The system answered in a form that Weft cannot read: report it with the message.";
      case CONFLICT, CLAIMED, OVERTAKEN, OUTCOME_UNKNOWN ->
          "Nothing at first: it tries again. If it stays, something changes the record all the time.";
      default -> "This was not foreseen: report it with the message, retry after an update.";
    };
  }
}
