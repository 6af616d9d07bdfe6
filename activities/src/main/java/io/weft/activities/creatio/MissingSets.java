package io.weft.activities.creatio;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Answer;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sets that Creatio says it does not have. For some minutes that is a rebuild after an admin
 * published something; after that it is a mistake in the settings.
 */
final class MissingSets {
  private static final Duration REBUILD = Duration.ofMinutes(5);
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final Map<String, Instant> since = new ConcurrentHashMap<>();
  private final Clock clock;

  MissingSets(Clock clock) {
    this.clock = clock;
  }

  RemoteException failure(Answer answer) {
    Instant now = clock.instant();
    String set = CreatioErrors.set(answer);
    Instant first = since.computeIfAbsent(set, name -> now);
    String call = answer.call().name();
    String what = call + ": Creatio does not know the set " + answer.call().url().encodedPath();
    if (now.isBefore(first.plus(REBUILD))) {
      return new RemoteException.Unavailable(
          Side.CREATIO, call, what + ", it may be rebuilding", false, LOOK_AGAIN, null);
    }
    return new RemoteException.Malformed(
        Side.CREATIO, call, what + " for more than 5 minutes", null);
  }

  void found(Answer answer) {
    since.remove(CreatioErrors.set(answer));
  }
}
