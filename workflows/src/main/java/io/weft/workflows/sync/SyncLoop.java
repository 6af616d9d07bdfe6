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
    untilQuiet(List.of(pass));
  }

  /**
   * The same for a document, which takes several steps: each follows where the one before is done.
   */
  public void untilQuiet(List<Function<PassRequest, PassOutcome>> steps) {
    rounds.untilQuiet(instructions -> step(steps, instructions), this::next);
  }

  private Step step(
      List<Function<PassRequest, PassOutcome>> steps, List<Instruction> instructions) {
    PassRequest request = new PassRequest(input.pair(), instructions);
    PassOutcome outcome = steps.get(0).apply(request);
    for (int i = 1; i < steps.size() && outcome instanceof PassOutcome.Stepped done; i++) {
      outcome = steps.get(i).apply(request.after(done.progress()));
    }
    return judge(outcome);
  }

  private static Step judge(PassOutcome outcome) {
    if (outcome instanceof PassOutcome.Settled settled && settled.more()) {
      return new Step.Again();
    }
    if (outcome instanceof PassOutcome.WaitsFor waits) {
      return Step.Wait.on(waits.other(), waits.because());
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
