package io.weft.cli;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import io.weft.workflows.load.InitialLoad;
import io.weft.workflows.load.LoadOrder;
import io.weft.workflows.load.LoadPhase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A load that does nothing but what it is told. Its reason decides how it stands: {@code parked}
 * and {@code closed window} do what they say.
 */
public final class FakeLoad implements InitialLoad {
  private final String why;
  private @Nullable LoadOrder paused;
  private @Nullable LoadOrder cancelled;

  @WorkflowInit
  public FakeLoad(Input input) {
    why = input.choices().why();
  }

  @Override
  public void run(Input input) {
    Workflow.await(() -> cancelled != null);
  }

  @Override
  public void pause(LoadOrder order) {
    paused = order;
  }

  @Override
  public void resume(LoadOrder order) {
    paused = null;
  }

  @Override
  public void cancel(LoadOrder order) {
    cancelled = order;
  }

  @Override
  public State state() {
    boolean parked = why.equals("parked");
    boolean waits = why.equals("closed window");
    String state = parked ? "Parked" : waits ? "Waiting" : paused != null ? "Paused" : "Running";
    return new State(
        state,
        LoadPhase.APPLY,
        250,
        1000,
        paused,
        waits ? Instant.parse("2026-11-28T20:00:00Z") : null,
        parked ? "The population has changed: 3 new. Make a new plan." : null);
  }
}
