package io.weft.workflows.introduction;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.sync.ActivityProfiles;
import io.weft.workflows.sync.Rounds;
import io.weft.workflows.sync.Step;
import io.weft.workflows.sync.Subject;
import java.util.List;

/**
 * One run introduces one record: linked and handed over, or left out. Where no rule fits or a match
 * is doubtful it waits for a person; a change of the record makes it look again.
 */
public final class IntroductionImpl implements Introduction {
  private final IntroductionActivities introductions =
      Workflow.newActivityStub(
          IntroductionActivities.class,
          ActivityProfiles.named(
              ActivityProfiles.WRITE, "Find its legal entities and its partner, and link them"));
  private final IntroductionInput input;
  private final Rounds rounds;

  @WorkflowInit
  public IntroductionImpl(IntroductionInput input) {
    this.input = input;
    this.rounds = new Rounds(Subject.of(input.record()), true, input.instructions());
  }

  @Override
  public void run(IntroductionInput start) {
    rounds.untilQuiet(this::introduce, this::next);
  }

  private Step introduce(List<Instruction> instructions) {
    IntroductionOutcome outcome =
        introductions.introduceRecord(new IntroductionRequest(input.record(), instructions));
    if (outcome instanceof IntroductionOutcome.WaitsFor waits) {
      return Step.Wait.on(waits.other(), waits.because());
    }
    return outcome instanceof IntroductionOutcome.NeedsPerson needs
        ? new Step.Park(needs.problem())
        : new Step.Done(); // handed over, or not ours
  }

  private IntroductionInput next(Rounds.Left left) {
    return new IntroductionInput(input.record(), input.origin(), left.instructions());
  }
}
