package io.weft.cli.load;

import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.weft.cli.CommandFailure;
import io.weft.cli.ExitCodes;
import io.weft.cli.Session;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.load.LoadChoices;
import io.weft.workflows.load.LoadId;
import java.util.List;

/** Starts a load or a plan under the next free number. */
final class Launch {
  /** Others may start at the same time; more than these do not. */
  private static final int TRIES = 20;

  private final Session session;
  private final Scope scope;

  Launch(Session session, Scope scope) {
    this.session = session;
    this.scope = scope;
  }

  /**
   * The number that comes next.
   *
   * @throws CommandFailure if a load or plan of the same scope is open
   */
  int next() {
    Question.Loads question = new Question.Loads(scope.object(), scope.legalEntity(), false);
    List<Answer.LoadLine> loads = session.ask(question, Answer.LoadList.class).loads();
    for (Answer.LoadLine line : loads) {
      if (line.ending() == null) {
        String name = Scope.shortName(line.load());
        throw new CommandFailure(
            ExitCodes.FAILED,
            (line.planOnly() ? "Plan " : "Load ")
                + name
                + " is still open: see weft load status "
                + name
                + ", or end it with weft load cancel "
                + name
                + " --reason \"...\". Nothing was started.");
      }
    }
    return loads.stream().mapToInt(line -> line.load().number()).max().orElse(0) + 1;
  }

  /** Starts it and returns its name. */
  LoadId start(int first, boolean planOnly, LoadChoices choices) {
    for (int number = first; number < first + TRIES; number++) {
      LoadId load = scope.number(number);
      try {
        session.starts().load(load, planOnly, choices);
        return load;
      } catch (WorkflowExecutionAlreadyStarted e) {
        // somebody was quicker: the next number
      }
    }
    throw new CommandFailure(
        ExitCodes.FAILED,
        "The numbers from "
            + first
            + " on are taken, although no worker knows their loads: look at "
            + scope.number(first)
            + " in Temporal.");
  }
}
