package io.weft.activities.failure;

import io.temporal.activity.ActivityInfo;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * For how long an activity is tried already, and how its retry policy wants it to go on.
 *
 * @param begun when it was first to be done, however many attempts ago
 * @param shortestPause the policy's first interval
 * @param longestPause the policy's longest interval
 * @param deadline when Temporal gives it up; null where it never does
 */
record Trial(
    Instant begun, Duration shortestPause, Duration longestPause, @Nullable Instant deadline) {
  /** What a server takes where a policy names no first interval. */
  private static final Duration FIRST = Duration.ofSeconds(1);

  /** What a server takes where a policy names no longest interval. */
  private static final int TIMES_THE_FIRST = 100;

  /** The trial that the attempt belongs to. */
  static Trial of(ActivityInfo info) {
    RetryOptions policy =
        Objects.requireNonNullElse(info.getRetryOptions(), RetryOptions.getDefaultInstance());
    Duration first = Objects.requireNonNullElse(policy.getInitialInterval(), FIRST);
    Duration longest =
        Objects.requireNonNullElse(
            policy.getMaximumInterval(), first.multipliedBy(TIMES_THE_FIRST));
    Instant begun = Instant.ofEpochMilli(info.getScheduledTimestamp());
    long budget = info.getScheduleToCloseTimeout().toMillis();
    return new Trial(begun, first, longest, budget <= 0 ? null : begun.plusMillis(budget));
  }
}
