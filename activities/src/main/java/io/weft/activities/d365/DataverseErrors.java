package io.weft.activities.d365;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Answer;
import io.weft.activities.http.Classifier;
import io.weft.activities.http.Row;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Dataverse's refusals carry a code, which decides; the rest is judged like the ERP's.
 *
 * <p>Source: Microsoft Learn, "Service protection API limits" and "Web service error codes".
 */
public final class DataverseErrors implements Classifier {
  private static final String EXPIRED = "0x80044352";
  private static final Set<String> THROTTLED = Set.of("0x80072322", "0x80072321", "0x80072326");

  private final D365Errors others;
  private final Clock clock;

  public DataverseErrors(Clock clock) {
    this.others = new D365Errors(clock);
    this.clock = clock;
  }

  /** Whether a refusal says that the feed's link is too old. */
  static boolean expired(String message) {
    return message.contains(EXPIRED);
  }

  @Override
  public boolean signInNeeded(Answer answer) {
    return others.signInNeeded(answer);
  }

  @Override
  public @Nullable RemoteException failure(Answer answer) {
    Row error = answer.json() == null ? null : answer.json().row("error");
    String code = error == null ? null : error.text("code");
    if (answer.success() || code == null || signInNeeded(answer)) {
      return others.failure(answer);
    }
    String call = answer.call().name();
    String said =
        call + " answered " + answer.status() + " " + code + ": " + D365Errors.message(answer);
    if (code.toLowerCase(Locale.ROOT).equals(EXPIRED)) {
      return new RemoteException.Rejected(Side.D365, call, said.replace(code, EXPIRED), null);
    }
    return THROTTLED.contains(code.toLowerCase(Locale.ROOT))
        ? new RemoteException.Throttled(Side.D365, call, said, answer.retryAfter(clock))
        : others.failure(answer);
  }
}
