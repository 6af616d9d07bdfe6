package io.weft.activities.failure;

import io.weft.workflows.failure.Fingerprint;
import io.weft.workflows.failure.Problem;
import org.jspecify.annotations.Nullable;

/** A failure as people read it. */
public final class Remedies {
  private Remedies() {}

  /** What happened and what the reader can do, with the fingerprint of its kind. */
  public static Problem problem(RemoteException failure) {
    return new Problem(
        failure.failureType(),
        String.valueOf(failure.getMessage()),
        remedy(failure),
        Fingerprints.of(failure),
        failure instanceof RemoteException.Rejected rejected ? rejected.field() : null,
        failure.retryable());
  }

  /** The same for a failure of our own that says what helps. */
  static Problem problem(RuntimeException failure, TypedFailure typed) {
    String type = typed.failureType();
    String what = String.valueOf(failure.getMessage());
    return new Problem(
        type,
        what,
        String.valueOf(typed.remedy()),
        Fingerprint.of("weft", failure.getClass().getSimpleName(), type, what),
        null,
        typed.retryable());
  }

  private static String remedy(RemoteException failure) {
    @Nullable String own = failure.remedy();
    return own != null ? own : usual(failure);
  }

  private static String usual(RemoteException failure) {
    String system = failure.system().title();
    if (failure instanceof RemoteException.Rejected rejected) {
      String field = rejected.field();
      return "Correct "
          + (field == null ? "the record" : field)
          + " in either system, or amend it here; then retry.";
    }
    if (failure instanceof RemoteException.Denied) {
      return "Check the sign-in and the rights of Weft's user in " + system + "; records are fine.";
    }
    if (failure instanceof RemoteException.Malformed) {
      return "Run weft doctor: " + system + " answers in a form that Weft does not know.";
    }
    if (failure instanceof RemoteException.Conflict) {
      return "Nothing to do: Weft reads the record again and merges.";
    }
    return "Nothing to do while it is short: Weft goes on by itself once "
        + system
        + " answers again.";
  }
}
