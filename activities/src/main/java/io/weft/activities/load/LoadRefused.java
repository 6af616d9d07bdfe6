package io.weft.activities.load;

import io.weft.activities.failure.TypedFailure;
import io.weft.workflows.failure.FailureTypes;

/** A load that cannot be as it was asked for: no repetition helps, a person has to choose anew. */
public final class LoadRefused extends RuntimeException implements TypedFailure {
  private static final long serialVersionUID = 1L;

  LoadRefused(String message) {
    super(message);
  }

  @Override
  public String failureType() {
    return FailureTypes.REJECTED;
  }

  @Override
  public boolean retryable() {
    return false;
  }
}
