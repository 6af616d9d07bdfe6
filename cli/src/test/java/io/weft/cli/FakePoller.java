package io.weft.cli;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import io.weft.workflows.poll.LegalEntityPoller;
import io.weft.workflows.poll.PollOrder;
import io.weft.workflows.poll.PollSignals;
import io.weft.workflows.poll.PollState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A poller without feeds, that keeps the newest pause. */
public final class FakePoller implements LegalEntityPoller, PollSignals {
  private @Nullable PollOrder paused;

  @WorkflowInit
  public FakePoller(Input input) {}

  @Override
  public void follow(Input input) {
    Workflow.await(() -> false);
  }

  @Override
  public void pause(PollOrder order) {
    paused = order;
  }

  @Override
  public void resume(PollOrder order) {
    paused = null;
  }

  @Override
  public void reset(PollOrder order) {
    // the history shows it
  }

  @Override
  public PollState state() {
    String state = paused == null ? "Following" : "Paused";
    return new PollState(state, paused, null, Instant.now().minusSeconds(150), 7, List.of());
  }
}
