package io.weft.activities.desk;

import io.weft.activities.failure.RemoteException;
import io.weft.workflows.failure.FailureTypes;
import io.weft.workflows.record.Side;

/** What to do about the answer of a system, for a person who sets it up. */
final class Remedies {
  private Remedies() {}

  static String of(RemoteException e) {
    String told = e.remedy();
    return told == null ? usual(e) : told;
  }

  private static String usual(RemoteException e) {
    return switch (e.failureType()) {
      case FailureTypes.DENIED -> denied(e.system());
      case FailureTypes.UNAVAILABLE ->
          "Check the address in weft.yaml, and that the network lets us reach it.";
      case FailureTypes.THROTTLED -> "Wait a little and run the doctor again.";
      case FailureTypes.MALFORMED ->
          "Check that the address in weft.yaml is the system itself and no log-in page or proxy.";
      default -> "Read the message: it names what " + e.system().title() + " refuses.";
    };
  }

  private static String denied(Side side) {
    return switch (side) {
      case CREATIO ->
          "Check client id and secret of the OAuth application, and that its technical user is"
              + " active and has the rights to read and edit the objects.";
      case D365 ->
          "Check tenant, client id and secret of the app registration, and that the client id is"
              + " registered under 'Microsoft Entra ID applications' with a user that has the"
              + " security roles.";
    };
  }
}
