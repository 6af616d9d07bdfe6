package io.weft.workflows.poll;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** The safety net under the webhooks: finds changes and deletions that nobody told us of. */
@WorkflowInterface
public interface CreatioSweep {
  /** Sweeps until it is cancelled; see {@link PollSignals} for what it can be told. */
  @WorkflowMethod
  void sweep(Input input);

  /**
   * What a run starts with.
   *
   * @param secondsPerTurn from the start of one sweep to the start of the next, at least 1
   */
  record Input(String connection, long secondsPerTurn, PollProgress progress) {
    public Input {
      if (secondsPerTurn < 1) {
        throw new IllegalArgumentException(
            "a turn of " + secondsPerTurn + " s: at least 1 s expected");
      }
      progress = progress == null ? PollProgress.NONE : progress;
    }

    /** The input of a first start. */
    public static Input start(String connection, long secondsPerTurn) {
      return new Input(connection, secondsPerTurn, PollProgress.NONE);
    }
  }
}
