package io.weft.activities.introduction;

import io.weft.activities.failure.TypedFailure;
import io.weft.workflows.failure.FailureTypes;
import java.time.Duration;

/**
 * The same company is just being introduced by another record: wait until its partner is made, then
 * look again.
 */
public sealed class AwaitedTwin extends RuntimeException implements TypedFailure
    permits PairToMove {
  private static final long serialVersionUID = 1L;

  AwaitedTwin(String other) {
    super("the same company is just being introduced as " + other + ": looking again shortly");
  }

  @Override
  public String failureType() {
    return FailureTypes.CLAIMED;
  }

  @Override
  public Duration retryAfter() {
    return Duration.ofSeconds(2);
  }
}
