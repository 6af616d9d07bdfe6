package io.weft.workflows.sync;

import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;
import java.util.List;
import java.util.function.Function;

/**
 * The loop of every sync workflow: pass over the pair until nothing is left to do. To be made in
 * the {@code @WorkflowInit} constructor. The one place that asks an outcome for its type.
 */
public final class SyncLoop {
  private final SyncInput input;
  private final Rounds rounds;

  public SyncLoop(SyncInput input) {
    this.input = input;
    this.rounds = new Rounds(Subject.of(input.pair()), input.hinted(), input.instructions());
  }

  /**
   * Returns when both sides are in step, or the pair has ended, and every signal was acted upon.
   *
   * @param pass one reconciliation, safe to repeat
   */
  public void untilQuiet(Function<PassRequest, PassOutcome> pass) {
    rounds.untilQuiet(instructions -> step(pass, instructions), this::next);
  }

  private Step step(Function<PassRequest, PassOutcome> pass, List<Instruction> instructions) {
    PassOutcome outcome = pass.apply(new PassRequest(input.pair(), instructions));
    if (outcome instanceof PassOutcome.Settled settled && settled.more()) {
      return new Step.Again();
    }
    if (outcome instanceof PassOutcome.WaitsFor waits) {
      return new Step.Wait("Waits for " + waits.other().path());
    }
    if (outcome instanceof PassOutcome.NeedsPerson needs) {
      return new Step.Park(needs.problem());
    }
    return new Step.Done(); // settled; proposed, and followed up by its next change; or ended
  }

  private SyncInput next(Rounds.Left left) {
    return new SyncInput(input.pair(), input.origin(), left.hinted(), left.instructions());
  }
}
