package io.weft.workflows.poll;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import io.weft.workflows.record.LegalEntity;

/** Follows every feed of one legal entity of D365, for as long as Weft is installed. */
@WorkflowInterface
public interface LegalEntityPoller {
  /** Follows until it is cancelled; see {@link PollSignals} for what it can be told. */
  @WorkflowMethod
  void follow(Input input);

  /**
   * What a run starts with.
   *
   * @param secondsPerTurn how long one turn at the feeds lasts, 1 to 3600; ten minutes do well
   */
  record Input(LegalEntity legalEntity, long secondsPerTurn, PollProgress progress) {
    public Input {
      if (secondsPerTurn < 1 || secondsPerTurn > 3600) {
        throw new IllegalArgumentException(
            "a turn of " + secondsPerTurn + " s: 1 to 3600 s expected");
      }
      progress = progress == null ? PollProgress.NONE : progress;
    }

    /** The input of a first start. */
    public static Input start(LegalEntity legalEntity, long secondsPerTurn) {
      return new Input(legalEntity, secondsPerTurn, PollProgress.NONE);
    }
  }
}
