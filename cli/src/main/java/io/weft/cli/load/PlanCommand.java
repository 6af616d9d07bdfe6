package io.weft.cli.load;

import io.weft.cli.ExitCodes;
import io.weft.cli.Order;
import io.weft.cli.Session;
import io.weft.workflows.load.LoadChoices;
import io.weft.workflows.load.LoadChoices.Creation;
import io.weft.workflows.load.LoadId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Works out what a load would do, and writes nothing. */
@Command(
    name = "plan",
    description = {
      "Works out what a load would do, and writes nothing to either system.",
      "With --create and --conflicts the plan carries these choices, and a load that follows it"
          + " needs no others."
    },
    footer = {
      "%nExamples:",
      "  weft load plan account --legal-entity usmf --create both --conflicts ask --out plan",
      "  weft load plan contact --legal-entity usmf --create both --conflicts ask --out plan"
    })
final class PlanCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final Scope scope = new Scope();
  @Mixin private final Choices choices = new Choices();
  @Mixin private final Order order = new Order();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the report there, as CSV and JSON, when the plan is complete.")
  @Nullable Path out;

  @Option(names = "--no-wait", description = "Do not wait until the plan is complete.")
  boolean noWait;

  PlanCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    LoadChoices chosen = chosen();
    Launch launch = new Launch(session, scope);
    int number = launch.next();
    if (order.isDryRun()) {
      return dryRun(scope.number(number));
    }
    LoadId plan = launch.start(number, true, chosen);
    session.output().note("Plan " + Scope.shortName(plan) + " is started; it writes nothing.");
    return noWait ? started(plan) : new Watch(session).untilClosed(plan, out);
  }

  /** Without choices both directions are counted, and the plan carries no policy. */
  private LoadChoices chosen() {
    boolean given = choices.areGiven();
    Creation creation = given ? Objects.requireNonNull(choices.creation()) : Creation.BOTH;
    scope.object();
    scope.legalEntity();
    String why = order.why().isEmpty() ? "a plan" : order.why();
    return new LoadChoices(creation, choices.policy(), null, false, order.who(), why);
  }

  private int dryRun(LoadId plan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("dryRun", true);
    json.put("plan", plan);
    session.show(
        json, () -> session.output().text("Plan " + Scope.shortName(plan) + " would be started."));
    return ExitCodes.DONE;
  }

  private int started(LoadId plan) {
    session.show(
        Map.of("plan", plan),
        () -> session.output().line("weft load status " + Scope.shortName(plan) + " --watch"));
    return ExitCodes.DONE;
  }
}
