package io.weft.workflows.poll;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import io.weft.workflows.poll.PollActivities.SweepRequest;
import io.weft.workflows.sync.ActivityProfiles;
import io.weft.workflows.sync.WorkflowIds;

/** One sweep of a Creatio connection after the other, on the queue where bulk work lives. */
public final class CreatioSweepImpl implements CreatioSweep {
  private final PollActivities feeds =
      Workflow.newActivityStub(
          PollActivities.class, ActivityProfiles.named(ActivityProfiles.BULK, "Sweep Creatio"));
  private final Turns turns;

  @WorkflowInit
  public CreatioSweepImpl(Input input) {
    String scope = WorkflowIds.creatioSweep(input.connection());
    turns = new Turns(scope, input.secondsPerTurn(), input.progress());
  }

  @Override
  public void sweep(Input input) {
    SweepRequest request = new SweepRequest(input.connection(), input.secondsPerTurn());
    turns.takeForEver(
        () -> feeds.sweepCreatio(request),
        progress -> new Input(input.connection(), input.secondsPerTurn(), progress));
  }
}
