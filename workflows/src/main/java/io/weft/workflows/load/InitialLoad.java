package io.weft.workflows.load;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Brings two populated systems in step, for one object in one legal entity: scan, match, apply,
 * verify; or plans that, and writes nothing. May be paused at any moment, for any time.
 */
@WorkflowInterface
public interface InitialLoad {
  /** Returns when both sides were compared, or the plan is complete, or the load was cancelled. */
  @WorkflowMethod
  void run(Input input);

  /** Finish the records in hand, then wait. */
  @SignalMethod
  void pause(LoadOrder order);

  /** Go on. */
  @SignalMethod
  void resume(LoadOrder order);

  /** Finish the records in hand, then end; what was written stays. */
  @SignalMethod
  void cancel(LoadOrder order);

  /** How it stands, as the workflow knows. */
  @QueryMethod
  State state();

  /**
   * What a run starts with.
   *
   * @param progress null on the first run
   */
  record Input(LoadId load, boolean planOnly, LoadChoices choices, @Nullable Progress progress) {}

  /**
   * What is carried over to the next run.
   *
   * @param paused the order behind a pause; null if nobody paused it
   */
  record Progress(LoadPhase phase, long handled, long total, @Nullable LoadOrder paused) {}

  /**
   * How a load stands.
   *
   * @param state Running, Pausing, Paused, Waiting (for its window), Cancelling, Parked or Ended
   * @param phase null before the first
   * @param resumesAt when its window opens; null if it does not wait for one
   * @param trouble why it is parked, with the remedy; null if it is not
   */
  record State(
      String state,
      @Nullable LoadPhase phase,
      long handled,
      long total,
      @Nullable LoadOrder order,
      @Nullable Instant resumesAt,
      @Nullable String trouble) {}
}
