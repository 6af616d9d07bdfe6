package io.weft.activities.load;

import io.weft.activities.failure.TypedFailure;
import io.weft.workflows.failure.FailureTypes;

/** A load that cannot be as it was asked for: no repetition helps, a person has to choose anew. */
public final class LoadRefused extends RuntimeException implements TypedFailure {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  LoadRefused(String message) {
    this(message, "Cancel this load, and start it again with what is said here.");
  }

  LoadRefused(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  @Override
  public String failureType() {
    return FailureTypes.REJECTED;
  }

  @Override
  public boolean retryable() {
    return false;
  }

  @Override
  public String remedy() {
    return remedy;
  }
}
