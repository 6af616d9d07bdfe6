package io.weft.activities.governor;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a connection stands at one moment.
 *
 * @param heldUntil until when nothing is sent, because the system asked for it; null if it did not
 * @param throttled how often the system asked us to slow down since the start
 * @param throttledTime how long the connection was held in all since the start
 * @param refused how many requests found no place in time
 */
public record GovernorState(
    int waitingLive,
    int waitingBulk,
    int inFlight,
    @Nullable Instant heldUntil,
    long throttled,
    Duration throttledTime,
    long refused) {}
