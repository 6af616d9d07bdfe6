package io.weft.activities.failure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A failure that knows its stable name. Whatever an activity throws with this on it reaches the
 * workflow under that name; see {@code FailureInterceptor}.
 */
public interface TypedFailure {
  /** A {@link io.weft.workflows.failure.FailureTypes} constant. */
  String failureType();

  /** Whether trying the same again later can help. */
  default boolean retryable() {
    return true;
  }

  /** What a person can do about it; null leaves it to what helps with failures of its type. */
  default @Nullable String remedy() {
    return null;
  }

  /** How long to wait before the next attempt; null leaves it to the retry policy. */
  default @Nullable Duration retryAfter() {
    return null;
  }
}
