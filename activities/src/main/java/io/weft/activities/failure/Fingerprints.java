package io.weft.activities.failure;

import io.weft.workflows.failure.Fingerprint;

/** What kind of trouble a failure is, the same on every record that has it. */
public final class Fingerprints {
  private Fingerprints() {}

  /** The fingerprint of a failure, for finding and releasing all alike as one. */
  public static String of(RemoteException failure) {
    return Fingerprint.of(
        failure.system().name(), failure.call(), failure.failureType(), kind(failure));
  }

  /**
   * Fingerprints ignore what stands in quotes, and the field at fault often does: the same sentence
   * about two fields is two kinds of trouble.
   */
  private static String kind(RemoteException failure) {
    String message = String.valueOf(failure.getMessage());
    return failure instanceof RemoteException.Rejected rejected && rejected.field() != null
        ? message + " in " + rejected.field().replace('\'', ' ').replace('"', ' ')
        : message;
  }
}
