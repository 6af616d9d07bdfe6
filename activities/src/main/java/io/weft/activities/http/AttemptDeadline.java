package io.weft.activities.http;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of the activity attempt on whose thread a request is sent: after it Temporal may
 * have started a twin. Elsewhere there is none.
 */
public final class AttemptDeadline implements Deadline {
  @Override
  public @Nullable Instant at() {
    ActivityInfo info = info();
    return info == null || info.getStartToCloseTimeout().isZero()
        ? null
        : Instant.ofEpochMilli(info.getStartedTimestamp()).plus(info.getStartToCloseTimeout());
  }

  private static @Nullable ActivityInfo info() {
    try {
      return Activity.getExecutionContext().getInfo();
    } catch (IllegalStateException e) {
      return null; // the SDK's way to say that this thread runs no activity
    }
  }
}
