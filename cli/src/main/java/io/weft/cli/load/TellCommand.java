package io.weft.cli.load;

import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.weft.cli.CommandFailure;
import io.weft.cli.Confirmation;
import io.weft.cli.ExitCodes;
import io.weft.cli.Order;
import io.weft.cli.Session;
import io.weft.workflows.desk.Desk.LoadVerb;
import io.weft.workflows.desk.Told;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.load.LoadOrder;
import io.weft.workflows.load.LoadSummary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Pauses, resumes or cancels a load. A named one needs no worker for it. */
@Command(
    description = {
      "Tells a load to pause, to go on or to end. Each finishes the records in hand first; what was"
          + " written stays, and a paused load waits as long as it must.",
      "resume also tries a parked load again, and starts one whose run was ended in Temporal."
    })
final class TellCommand implements Callable<Integer> {
  private final Session session;
  private final LoadVerb verb;

  @Mixin private final Within within = new Within();
  @Mixin private final Order order = new Order();
  @Mixin private final Confirmation confirmation = new Confirmation();

  @Parameters(paramLabel = "LOAD", description = "For example account/usmf/3.")
  String name = "";

  TellCommand(Session session, LoadVerb verb) {
    this.session = session;
    this.verb = verb;
  }

  @Override
  public Integer call() {
    order.check();
    LoadId load = within.name(name).find(session);
    String shown = Scope.shortName(load);
    if (order.isDryRun()) {
      return done(load, "Load " + shown + " would be told: " + Choices.word(verb) + ".");
    }
    if (verb == LoadVerb.CANCEL && !confirmation.isGiven(session, "End load " + shown + "?")) {
      return ExitCodes.FAILED;
    }
    if (session.desk().tellLoad(load, verb, said()) == Told.NOBODY_THERE) {
      revive(load);
    }
    return done(load, "Load " + shown + " was told: " + Choices.word(verb) + ".");
  }

  private LoadOrder said() {
    return new LoadOrder(order.who(), order.why());
  }

  /** A load may be open although its run was ended from outside: it is started where it stopped. */
  private void revive(LoadId load) {
    LoadSummary summary = Watch.ask(session, load).summary();
    if (summary.ending() != null) {
      throw new CommandFailure(
          ExitCodes.NO_MATCH,
          Scope.shortName(load) + " is closed already: " + summary.conclusion() + ".");
    }
    if (verb == LoadVerb.PAUSE) {
      return; // nothing runs, and nothing will until somebody resumes it
    }
    try {
      session.starts().loadAgain(load, summary.planOnly(), summary.choices());
    } catch (WorkflowExecutionAlreadyStarted e) {
      // somebody else revived it
    }
    session.output().note("Its run had been ended in Temporal; it is started where it stopped.");
    if (verb == LoadVerb.CANCEL) {
      session.desk().tellLoad(load, verb, said());
    }
  }

  private int done(LoadId load, String text) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("load", load);
    json.put("verb", Choices.word(verb));
    json.put("who", order.who());
    json.put("reason", order.why());
    json.put("dryRun", order.isDryRun());
    session.show(json, () -> session.output().line(text));
    return ExitCodes.DONE;
  }
}
