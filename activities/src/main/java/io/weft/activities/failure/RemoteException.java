package io.weft.activities.failure;

import io.weft.workflows.failure.FailureTypes;
import io.weft.workflows.record.Side;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A remote call that did not do what was asked. A subtype stands for what the caller can do about
 * it, not for a status code. Messages name call, place and value at fault, never payloads or
 * tokens.
 */
public abstract sealed class RemoteException extends RuntimeException implements TypedFailure {
  private static final long serialVersionUID = 1L;

  private final Side system;
  private final String call;

  private RemoteException(Side system, String call, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.system = system;
    this.call = call;
  }

  /** The system that answered, or should have. */
  public final Side system() {
    return system;
  }

  /** The call as people name it, for example {@code CustomersV3.update}. */
  public final String call() {
    return call;
  }

  /** What the reader can do about this very case; null where only the kind of failure is known. */
  @Override
  public @Nullable String remedy() {
    return null;
  }

  /** Slow down: nothing was done, and may be sent again after the delay. */
  public static final class Throttled extends RemoteException {
    private static final long serialVersionUID = 1L;
    private final @Nullable Duration retryAfter;

    public Throttled(Side system, String call, String message, @Nullable Duration retryAfter) {
      super(system, call, message, null);
      this.retryAfter = retryAfter;
    }

    @Override
    public String failureType() {
      return FailureTypes.THROTTLED;
    }

    @Override
    public @Nullable Duration retryAfter() {
      return retryAfter;
    }
  }

  /** No usable answer. For a write the outcome is unknown: look before sending again. */
  public static final class Unavailable extends RemoteException {
    private static final long serialVersionUID = 1L;
    private final boolean sent;
    private final boolean asked;
    private final @Nullable Duration retryAfter;

    public Unavailable(
        Side system,
        String call,
        String message,
        boolean sent,
        @Nullable Duration retryAfter,
        @Nullable Throwable cause) {
      this(system, call, message, sent, true, retryAfter, cause);
    }

    private Unavailable(
        Side system,
        String call,
        String message,
        boolean sent,
        boolean asked,
        @Nullable Duration retryAfter,
        @Nullable Throwable cause) {
      super(system, call, message, cause);
      this.sent = sent;
      this.asked = asked;
      this.retryAfter = retryAfter;
    }

    /**
     * The system is known to be away, so nobody tried: no failure of this call.
     *
     * @param nextProbe until one request asks whether it is back
     */
    public static Unavailable notAsked(
        Side system, String call, String message, Duration nextProbe) {
      return new Unavailable(system, call, message, false, false, nextProbe, null);
    }

    /** False where nobody tried, because the system is known to be away. */
    public boolean asked() {
      return asked;
    }

    /** False only where it is certain that the system did nothing. */
    public boolean sent() {
      return sent;
    }

    @Override
    public String failureType() {
      return FailureTypes.UNAVAILABLE;
    }

    @Override
    public @Nullable Duration retryAfter() {
      return retryAfter;
    }
  }

  /** The record moved, or is gone: read again and merge. Nothing was written. */
  public static final class Conflict extends RemoteException {
    private static final long serialVersionUID = 1L;
    private final Kind kind;

    /** What kind of conflict. */
    public enum Kind {
      /** The row was changed since it was read. */
      MOVED,
      /** The record is not there (any more). */
      GONE,
      /** A record of that key is already there. */
      EXISTS,
      /** The server's own lock or update conflict; the same may be sent again. */
      BUSY
    }

    public Conflict(Side system, String call, String message, Kind kind) {
      super(system, call, message, null);
      this.kind = kind;
    }

    public Kind kind() {
      return kind;
    }

    @Override
    public String failureType() {
      return FailureTypes.CONFLICT;
    }
  }

  /** The system refuses the content: a person must correct the record or a setting. */
  public static final class Rejected extends RemoteException {
    private static final long serialVersionUID = 1L;
    private final @Nullable String field;

    public Rejected(Side system, String call, String message, @Nullable String field) {
      super(system, call, message, null);
      this.field = field;
    }

    /** The field at fault, as the system names it; null if it does not say. */
    public @Nullable String field() {
      return field;
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

  /** Sign-in or rights: settings are wrong, records are fine. Nothing was done. */
  public static final class Denied extends RemoteException {
    private static final long serialVersionUID = 1L;
    private final @Nullable String remedy;

    public Denied(Side system, String call, String message, @Nullable Throwable cause) {
      super(system, call, message, cause);
      this.remedy = null;
    }

    public Denied(Side system, String call, String message, String remedy) {
      super(system, call, message, null);
      this.remedy = remedy;
    }

    @Override
    public @Nullable String remedy() {
      return remedy;
    }

    @Override
    public String failureType() {
      return FailureTypes.DENIED;
    }

    /** Mostly a person has to act; but a token may have been revoked twice in a row as well. */
    @Override
    public Duration retryAfter() {
      return Duration.ofMinutes(2);
    }
  }

  /**
   * A success that cannot be read. For a write the outcome is unknown. Mostly a gateway's page or a
   * torn body, so that the next try comes as soon as after any other accident.
   */
  public static final class Malformed extends RemoteException {
    private static final long serialVersionUID = 1L;

    public Malformed(Side system, String call, String message, @Nullable Throwable cause) {
      super(system, call, message, cause);
    }

    @Override
    public String failureType() {
      return FailureTypes.MALFORMED;
    }
  }
}
