package io.weft.activities.failure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When to try again: after the delay that the failure names, else after a quarter of the time for
 * which the activity has been tried already, within the limits of its retry policy. The policy
 * alone would count attempts, also those that ended within a second on purpose (throttled, claimed
 * by another run), and make a record wait a quarter of an hour for a single lost answer. And it has
 * no jitter, so a thousand records that failed together would come back together: up to a quarter
 * is added.
 */
final class RetryDelay {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final double SPREAD = 0.25;
  private static final int PART_OF_THE_TIME_SPENT = 4;

  /** A delay past the deadline would end the activity at once; one last attempt must fit. */
  private static final Duration LAST_ATTEMPT = Duration.ofSeconds(30);

  private final Clock clock;
  private final DoubleSupplier jitter;

  RetryDelay(Clock clock, DoubleSupplier jitter) {
    this.clock = clock;
    this.jitter = jitter;
  }

  /** Null leaves the choice to the retry policy. */
  @Nullable Duration after(TypedFailure failure, @Nullable Trial trial) {
    if (!failure.retryable()) {
      return null;
    }
    Duration asked = failure.retryAfter();
    if (asked == null) {
      return trial == null ? null : within(spread(grown(trial)), trial.deadline());
    }
    Duration delay = spread(clamped(atLeast(asked, failure, trial), SHORTEST, LONGEST));
    return within(delay, trial == null ? null : trial.deadline());
  }

  /** While a system is away nothing is gained by all coming back for each probe. */
  private Duration atLeast(Duration asked, TypedFailure failure, @Nullable Trial trial) {
    boolean away = failure instanceof RemoteException.Unavailable call && !call.asked();
    if (!away || trial == null) {
      return asked;
    }
    Duration grown = grown(trial);
    return asked.compareTo(grown) < 0 ? grown : asked;
  }

  private Duration grown(Trial trial) {
    Duration spent = Duration.between(trial.begun(), clock.instant());
    return clamped(
        spent.dividedBy(PART_OF_THE_TIME_SPENT), trial.shortestPause(), trial.longestPause());
  }

  private @Nullable Duration within(Duration delay, @Nullable Instant deadline) {
    if (deadline == null) {
      return delay;
    }
    Duration left = Duration.between(clock.instant(), deadline).minus(LAST_ATTEMPT);
    if (delay.compareTo(left) <= 0) {
      return delay;
    }
    return left.compareTo(SHORTEST) < 0 ? null : left;
  }

  private static Duration clamped(Duration delay, Duration shortest, Duration longest) {
    Duration least = delay.compareTo(shortest) < 0 ? shortest : delay;
    return least.compareTo(longest) > 0 ? longest : least;
  }

  private Duration spread(Duration delay) {
    return delay.plusMillis((long) (delay.toMillis() * SPREAD * jitter.getAsDouble()));
  }
}
