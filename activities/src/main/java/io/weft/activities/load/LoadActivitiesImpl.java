package io.weft.activities.load;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.weft.workflows.load.LoadActivities;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.load.LoadPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** See {@link LoadActivities}. Thread-safe. */
public final class LoadActivitiesImpl implements LoadActivities {
  /**
   * After so long an attempt says how far it has come. In the end its last pieces run out one by
   * one, some seconds in which little is done: so not too often.
   */
  private static final Duration SHIFT = Duration.ofMinutes(3);

  private final Opening opening;
  private final Room room;
  private final Function<LoadId, WindowState> window;
  private final Clock clock;

  /**
   * @param window whether a load may work now
   */
  public LoadActivitiesImpl(
      Opening opening, Room room, Function<LoadId, WindowState> window, Clock clock) {
    this.opening = opening;
    this.room = room;
    this.window = window;
    this.clock = clock;
  }

  @Override
  public void openLoad(OpenLoad request) {
    try (Pulse pulse = pulse(shift(null))) {
      opening.open(request);
    }
  }

  @Override
  public LoadStep scanRecords(LoadRequest request) {
    return work(LoadPhase.SCAN, request);
  }

  @Override
  public LoadStep matchRecords(LoadRequest request) {
    return work(LoadPhase.MATCH, request);
  }

  @Override
  public LoadStep rehearseRecords(LoadRequest request) {
    return work(LoadPhase.REHEARSE, request);
  }

  @Override
  public LoadStep applyRecords(LoadRequest request) {
    return work(LoadPhase.APPLY, request);
  }

  @Override
  public LoadStep verifyRecords(LoadRequest request) {
    return work(LoadPhase.VERIFY, request);
  }

  @Override
  public WindowState checkWindow(LoadRequest request) {
    return window.apply(request.load());
  }

  @Override
  public void closeLoad(CloseLoad request) {
    try (Pulse pulse = pulse(shift(null))) {
      opening.close(request);
    }
  }

  private LoadStep work(LoadPhase phase, LoadRequest request) {
    Shift shift = shift(request.untilMillis());
    try (Pulse pulse = pulse(shift)) {
      return room.work(phase, request.load(), shift, who());
    }
  }

  private Shift shift(@Nullable Long untilMillis) {
    return new Shift(clock, SHIFT, untilMillis == null ? null : Instant.ofEpochMilli(untilMillis));
  }

  private static Pulse pulse(Shift shift) {
    ActivityExecutionContext context = Activity.getExecutionContext();
    return new Pulse(() -> context.heartbeat(null), shift);
  }

  private static Steps.Who who() {
    ActivityInfo info = Activity.getExecutionContext().getInfo();
    String activity =
        info.getWorkflowId() + "/" + info.getWorkflowRunId() + "/" + info.getActivityId();
    String attempt = info.getWorkflowRunId() + "/" + info.getActivityId() + "/" + info.getAttempt();
    return new Steps.Who(activity, info.getWorkflowRunId(), attempt);
  }
}
