package io.weft.activities.pass;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.weft.activities.store.Holder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The attempt of the activity that runs on this thread. */
public final class Attempts {
  /** An attempt stops sending this long before Temporal gives it up. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private Attempts() {}

  /**
   * The claim outlives the attempt's deadline a little and is taken over at once by the next
   * attempt of the same activity, whose holder id is the same.
   */
  public static Attempt current(Clock clock) {
    ActivityExecutionContext context = Activity.getExecutionContext();
    ActivityInfo info = context.getInfo();
    Duration limit = info.getStartToCloseTimeout();
    Instant end = clock.instant().plus(limit);
    String activity =
        info.getWorkflowId() + "/" + info.getWorkflowRunId() + "/" + info.getActivityId();
    String attempt = info.getWorkflowRunId() + "/" + info.getActivityId() + "/" + info.getAttempt();
    Holder holder = new Holder(activity, info.getWorkflowRunId(), attempt, end.plus(MARGIN));
    return new Attempt(holder, end.minus(MARGIN), clock, () -> context.heartbeat(null));
  }
}
