package io.weft.activities.failure;

import java.time.Duration;
import java.time.Instant;
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
    Instant begun, Duration shortestPause, Duration longestPause, @Nullable Instant deadline) {}
