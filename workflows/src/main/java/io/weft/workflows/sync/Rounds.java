package io.weft.workflows.sync;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import io.weft.workflows.failure.FailureTypes;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.failure.Problems;
import io.weft.workflows.pass.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Works on one record until nothing is left to do: a hint or an instruction causes a round of work,
 * whatever comes in meanwhile causes another, and what cannot proceed waits.
 *
 * <p>To be made in the {@code @WorkflowInit} constructor: the first signal may come before the
 * workflow method runs. A run in which all goes well writes 12 events and nothing else: no timer,
 * no label, no side effect.
 */
public final class Rounds {
  private final Inbox inbox;
  private final Standing standing = new Standing();
  private final Parking parking;
  private List<Instruction> undone = List.of();

  /**
   * Listens for what is said from now on.
   *
   * @param hinted whether there is work to begin with
   * @param undone instructions that the run before could not carry out
   */
  public Rounds(Subject subject, boolean hinted, List<Instruction> undone) {
    inbox = new Inbox(hinted, undone);
    parking = new Parking(subject, inbox, standing);
    Workflow.registerListener(inbox);
  }

  /**
   * Returns when nothing is left to do and every signal was acted upon.
   *
   * @param work one piece of work, with the instructions since the last one; it may throw {@link
   *     ActivityFailure}
   * @param next the input of the next run, when the history of this one grows long
   */
  public void untilQuiet(Function<List<Instruction>, Step> work, Function<Left, Object> next) {
    while (inbox.hasWork()) {
      follow(round(work));
      if (inbox.hasWork() && Workflow.getInfo().isContinueAsNewSuggested()) {
        continueAsNew(next);
      }
    }
  }

  /** What was not acted upon when a run continues as a new one. */
  public record Left(boolean hinted, List<Instruction> instructions) {
    public Left {
      instructions = List.copyOf(instructions);
    }
  }

  private Step round(Function<List<Instruction>, Step> work) {
    List<Instruction> instructions = new ArrayList<>(undone);
    instructions.addAll(inbox.take());
    undone = List.of();
    try {
      return work.apply(instructions);
    } catch (ActivityFailure failure) {
      if (failure.getCause() instanceof CanceledFailure) {
        throw failure; // an operator ends the run; its hints are found uncovered and start another
      }
      Problem problem = Problems.of(failure);
      // A refusal is the answer to an instruction; after anything else it was never carried out.
      undone = problem.failure().equals(FailureTypes.REJECTED) ? List.of() : instructions;
      return new Step.Park(problem);
    }
  }

  private void follow(Step step) {
    if (step instanceof Step.Park park) {
      parking.waitOut(park.problem());
      return;
    }
    parking.forget();
    if (step instanceof Step.Again) {
      inbox.lookAgain();
    } else if (step instanceof Step.Wait wait) {
      standing.waiting();
      Workflow.setCurrentDetails("### Waiting\n\n" + wait.reason() + "; goes on by itself.");
      Workflow.await(inbox::hasWork);
      standing.running();
      Workflow.setCurrentDetails("");
    }
  }

  private void continueAsNew(Function<Left, Object> next) {
    Workflow.await(Workflow::isEveryHandlerFinished);
    List<Instruction> left = new ArrayList<>(undone);
    left.addAll(inbox.take());
    Workflow.continueAsNew(NextRun.options(), next.apply(new Left(true, left)));
  }
}
