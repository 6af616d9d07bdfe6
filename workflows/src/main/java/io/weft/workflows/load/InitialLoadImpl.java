package io.weft.workflows.load;

import static io.weft.workflows.load.LoadActivities.Ending.CANCELLED;
import static io.weft.workflows.load.LoadActivities.Ending.COMPLETED;
import static io.weft.workflows.load.LoadPhase.APPLY;
import static io.weft.workflows.load.LoadPhase.MATCH;
import static io.weft.workflows.load.LoadPhase.REHEARSE;
import static io.weft.workflows.load.LoadPhase.SCAN;
import static io.weft.workflows.load.LoadPhase.VERIFY;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import io.weft.workflows.load.LoadActivities.CloseLoad;
import io.weft.workflows.load.LoadActivities.Ending;
import io.weft.workflows.load.LoadActivities.OpenLoad;
import io.weft.workflows.sync.ActivityProfiles;
import org.jspecify.annotations.Nullable;

/**
 * Phase after phase, batch after batch, at the {@link Pace} that windows, troubles and people
 * allow. What is done is in the store: a run that continues as new, or whose worker was killed,
 * does nothing twice. However it ends, it closes the load.
 */
public final class InitialLoadImpl implements InitialLoad {
  private final LoadActivities work =
      Workflow.newActivityStub(LoadActivities.class, ActivityProfiles.LOAD);
  private final Input input;
  private final Pace pace;

  @WorkflowInit
  public InitialLoadImpl(Input input) {
    this.input = input;
    this.pace = new Pace(input, work);
  }

  @Override
  public void run(Input start) {
    try {
      boolean complete = open() && (input.planOnly() ? plan() : load());
      if (complete) {
        close(COMPLETED, null);
      } else {
        close(CANCELLED, pace.whyCancelled());
      }
    } catch (ActivityFailure | CanceledFailure failure) {
      closeIfCancelledInTemporal(failure);
      throw failure;
    }
  }

  @Override
  public void pause(LoadOrder order) {
    pace.pause(order);
  }

  @Override
  public void resume(LoadOrder order) {
    pace.resume(order);
  }

  @Override
  public void cancel(LoadOrder order) {
    pace.cancel(order);
  }

  @Override
  public State state() {
    return pace.state();
  }

  private boolean open() {
    OpenLoad request = new OpenLoad(input.load(), input.planOnly(), input.choices());
    return input.progress() != null || pace.once(() -> work.openLoad(request));
  }

  private boolean plan() {
    return pace.through(SCAN, work::scanRecords)
        && pace.through(MATCH, work::matchRecords)
        && pace.through(REHEARSE, work::rehearseRecords);
  }

  private boolean load() {
    return pace.through(SCAN, work::scanRecords)
        && pace.through(MATCH, work::matchRecords)
        && pace.through(APPLY, work::applyRecords)
        && pace.through(VERIFY, work::verifyRecords);
  }

  private void close(Ending ending, @Nullable String why) {
    pace.toTheEnd(() -> work.closeLoad(new CloseLoad(input.load(), ending, why)));
    pace.ended(ending);
  }

  /** A person pressed Cancel on the run's page: the load must not stay open in the store. */
  private void closeIfCancelledInTemporal(TemporalFailure failure) {
    if (!CancellationScope.current().isCancelRequested()) {
      throw failure;
    }
    Workflow.newDetachedCancellationScope(() -> close(CANCELLED, "cancelled in Temporal")).run();
  }
}
