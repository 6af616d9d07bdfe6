package io.weft.activities.account;

import io.weft.activities.failure.TypedFailure;
import io.weft.workflows.failure.FailureTypes;
import java.time.Duration;

/** A further customer of an account waits until the leading one has made their party. */
final class LeadingFirst extends RuntimeException implements TypedFailure {
  private static final long serialVersionUID = 1L;

  LeadingFirst(String pair, String leading) {
    super(pair + " waits for " + leading + ", whose party it shares");
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
