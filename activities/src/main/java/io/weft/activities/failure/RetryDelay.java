package io.weft.activities.failure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When to try again after a failure that names a delay. A retry policy has no jitter, so a thousand
 * records throttled together would come back together: up to a quarter is added.
 */
final class RetryDelay {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final double SPREAD = 0.25;

  /** A delay past the deadline would end the activity at once; one last attempt must fit. */
  private static final Duration LAST_ATTEMPT = Duration.ofSeconds(30);

  private final Clock clock;
  private final DoubleSupplier jitter;

  RetryDelay(Clock clock, DoubleSupplier jitter) {
    this.clock = clock;
    this.jitter = jitter;
  }

  /** Null leaves the choice to the retry policy. */
  @Nullable Duration after(RemoteException failure, @Nullable Instant deadline) {
    Duration asked = failure.retryAfter();
    if (asked == null || !failure.retryable()) {
      return null;
    }
    Duration delay = spread(clamped(asked));
    return deadline == null ? delay : within(delay, deadline);
  }

  private @Nullable Duration within(Duration delay, Instant deadline) {
    Duration left = Duration.between(clock.instant(), deadline).minus(LAST_ATTEMPT);
    if (delay.compareTo(left) <= 0) {
      return delay;
    }
    return left.compareTo(SHORTEST) < 0 ? null : left;
  }

  private static Duration clamped(Duration asked) {
    Duration least = asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
    return least.compareTo(LONGEST) > 0 ? LONGEST : least;
  }

  private Duration spread(Duration delay) {
    return delay.plusMillis((long) (delay.toMillis() * SPREAD * jitter.getAsDouble()));
  }
}
