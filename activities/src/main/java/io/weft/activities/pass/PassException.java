package io.weft.activities.pass;

import io.weft.activities.failure.TypedFailure;
import io.weft.workflows.failure.FailureTypes;
import java.time.Duration;

/** A pass that has to stop here and be tried again. */
public abstract sealed class PassException extends RuntimeException implements TypedFailure {
  private static final long serialVersionUID = 1L;

  private PassException(String message) {
    super(message);
  }

  /** An earlier write has no outcome yet, and it is too early to say that it never will. */
  public static final class OutcomeUnknown extends PassException {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    OutcomeUnknown(String record, Duration retryAfter) {
      super("an earlier write to " + record + " has no known outcome yet: waiting before planning");
      this.retryAfter = retryAfter;
    }

    @Override
    public String failureType() {
      return FailureTypes.OUTCOME_UNKNOWN;
    }

    @Override
    public Duration retryAfter() {
      return retryAfter;
    }
  }

  /** The attempt's own deadline has come: nothing more may be sent by it. */
  public static final class OutOfTime extends PassException {
    private static final long serialVersionUID = 1L;

    public OutOfTime() {
      super("the attempt ran out of time and stops before its next call");
    }

    @Override
    public String failureType() {
      return FailureTypes.UNAVAILABLE;
    }
  }

  /** The record keeps moving: start over later. */
  public static final class Restless extends PassException {
    private static final long serialVersionUID = 1L;

    Restless(String record) {
      super(record + " moved each time it was about to be written: trying again shortly");
    }

    @Override
    public String failureType() {
      return FailureTypes.CONFLICT;
    }

    @Override
    public Duration retryAfter() {
      return Duration.ofSeconds(2);
    }
  }

  /** The environment is another than the one this store belongs to. */
  public static final class WrongEnvironment extends PassException {
    private static final long serialVersionUID = 1L;

    public WrongEnvironment(String message) {
      super(message);
    }

    @Override
    public String failureType() {
      return FailureTypes.WRONG_ENVIRONMENT;
    }

    @Override
    public Duration retryAfter() {
      return Duration.ofMinutes(5);
    }
  }
}
