package io.weft.activities.store;

import io.weft.activities.failure.TypedFailure;
import io.weft.workflows.failure.FailureTypes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The store says no. A subtype stands for what the caller can do. */
public abstract sealed class StoreException extends RuntimeException implements TypedFailure {
  private static final long serialVersionUID = 1L;

  private StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Another holder works on one of the records: try again a little later. */
  public static final class Claimed extends StoreException {
    private static final long serialVersionUID = 1L;
    private final Instant until;

    public Claimed(String record, Instant until) {
      super(record + " is being worked on by another run", null);
      this.until = until;
    }

    /** When the other claim ends at the latest. */
    public Instant until() {
      return until;
    }

    @Override
    public String failureType() {
      return FailureTypes.CLAIMED;
    }

    /** Claims are short: the holder is usually done within a second. */
    @Override
    public Duration retryAfter() {
      return Duration.ofSeconds(1);
    }
  }

  /** A later attempt has taken over, or the link changed: nothing was stored; stop. */
  public static final class Overtaken extends StoreException {
    private static final long serialVersionUID = 1L;

    public Overtaken(String message) {
      super(message, null);
    }

    @Override
    public String failureType() {
      return FailureTypes.OVERTAKEN;
    }

    @Override
    public Duration retryAfter() {
      return Duration.ofSeconds(1);
    }
  }

  /** The database does not answer or refuses; whether the transaction was stored is unknown. */
  public static final class Unavailable extends StoreException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message, Throwable cause) {
      super(message, cause);
    }

    @Override
    public String failureType() {
      return FailureTypes.STORE_UNAVAILABLE;
    }
  }
}
