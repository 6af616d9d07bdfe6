package io.weft.activities.pass;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.IntentResult.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How writes ended, as far as it is certain. */
final class WriteResults {
  private WriteResults() {}

  /** How writes ended of which it is certain that nothing was done; none where it is not. */
  static List<IntentResult> nothingDone(List<Intent> intents, RemoteException failure) {
    Outcome outcome = outcomeOf(failure);
    String note = failure.failureType() + ": " + failure.getMessage();
    return outcome == null ? List.of() : all(intents, outcome, note);
  }

  private static @Nullable Outcome outcomeOf(RemoteException failure) {
    if (failure instanceof RemoteException.Rejected
        || failure instanceof RemoteException.Conflict) {
      return Outcome.REFUSED;
    }
    if (failure instanceof RemoteException.Malformed) {
      return null;
    }
    return failure instanceof RemoteException.Unavailable lost && lost.sent()
        ? null
        : Outcome.NOT_SENT;
  }

  static List<IntentResult> all(List<Intent> intents, Outcome outcome, String note) {
    return intents.stream().map(i -> new IntentResult(i.id(), outcome, note)).toList();
  }

  static IntentResult applied(Intent intent) {
    return new IntentResult(intent.id(), Outcome.APPLIED, "answered with success");
  }
}
