package io.weft.cli;

import io.temporal.workflow.Workflow;
import io.weft.workflows.poll.CreatioSweep;
import io.weft.workflows.poll.PollOrder;
import io.weft.workflows.poll.PollSignals;
import io.weft.workflows.poll.PollState;
import java.util.List;

/** A sweep whose last turn failed. */
public final class FakeSweep implements CreatioSweep, PollSignals {
  @Override
  public void sweep(Input input) {
    Workflow.await(() -> false);
  }

  @Override
  public void pause(PollOrder order) {
    // the history shows it
  }

  @Override
  public void resume(PollOrder order) {
    // the history shows it
  }

  @Override
  public void reset(PollOrder order) {
    // the history shows it
  }

  @Override
  public PollState state() {
    return new PollState("Troubled", null, "Creatio refused the sign-in.", null, 0, List.of());
  }
}
