package io.weft.cli.load;

import io.weft.cli.CommandFailure;
import io.weft.cli.Confirmation;
import io.weft.cli.ExitCodes;
import io.weft.cli.Order;
import io.weft.cli.Session;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.load.LoadActivities.Ending;
import io.weft.workflows.load.LoadChoices;
import io.weft.workflows.load.LoadChoices.Creation;
import io.weft.workflows.load.LoadCount;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.load.LoadSummary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Starts a load. */
@Command(
    name = "start",
    description = {
      "Starts a load: records are matched, linked, created and brought in step, in both systems.",
      "It follows a plan (--plan), or the choices given here."
    },
    footer = {
      "%nExamples:",
      "  weft load start account --legal-entity usmf --plan 1 --reason \"go-live\"",
      "  weft load start account --legal-entity usmf --create none --conflicts ask --reason trial"
    })
final class StartCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final Scope scope = new Scope();
  @Mixin private final Choices choices = new Choices();
  @Mixin private final Order order = new Order();
  @Mixin private final Confirmation confirmation = new Confirmation();

  @Option(
      names = "--plan",
      paramLabel = "N",
      description = "The plan that it follows; refused if the records have changed since.")
  @Nullable Integer plan;

  @Option(
      names = "--accept-changes",
      description = "Follow the plan although records have changed since.")
  boolean acceptChanges;

  @Option(names = "--watch", description = "Wait until it is complete, and show how it goes on.")
  boolean watch;

  StartCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    order.check();
    boolean given = choices.areGiven();
    requireSense(given);
    LoadSummary followed = plan == null ? null : followed(scope.number(plan));
    LoadChoices chosen = chosen(given, followed);
    Launch launch = new Launch(session, scope);
    int number = launch.next();
    if (order.isDryRun()) {
      return dryRun(scope.number(number), chosen);
    }
    if (!confirmation.isGiven(session, question(chosen, followed))) {
      return ExitCodes.FAILED;
    }
    LoadId load = launch.start(number, false, chosen);
    Watch own = new Watch(session);
    if (watch) {
      return own.untilClosed(load, null);
    }
    own.untilOpened(load);
    return started(load, chosen);
  }

  private void requireSense(boolean given) {
    scope.object();
    scope.legalEntity();
    if (plan == null && !given) {
      throw usage(
          "--create and --conflicts are missing: a load without a plan needs both, for example"
              + " --create none --conflicts ask.");
    } else if (plan == null && acceptChanges) {
      throw usage("--accept-changes is about a plan: name it with --plan N.");
    } else if (plan != null && plan < 1) {
      throw usage("--plan " + plan + ": the number of a plan expected; weft load list shows them.");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(scope.spec.commandLine(), message);
  }

  private LoadSummary followed(LoadId id) {
    LoadSummary found = session.ask(new Question.LoadStatus(id), Answer.LoadStatus.class).summary();
    String name = Scope.shortName(id);
    if (!found.planOnly()) {
      throw new CommandFailure(ExitCodes.NO_MATCH, name + " is a load and no plan.");
    } else if (found.ending() != Ending.COMPLETED) {
      throw new CommandFailure(
          ExitCodes.FAILED, "Plan " + name + " is not complete: weft load status " + name + ".");
    }
    return found;
  }

  private LoadChoices chosen(boolean given, @Nullable LoadSummary followed) {
    Creation creation = choices.creation();
    String policy = choices.policy();
    if (!given) {
      LoadChoices carried = Objects.requireNonNull(followed).choices();
      if (carried.policy() == null) {
        throw usage(
            "Plan "
                + plan
                + " carries no choices: say --create and --conflicts, or make a plan with them.");
      }
      creation = carried.creation();
      policy = carried.policy();
    }
    return new LoadChoices(
        Objects.requireNonNull(creation), policy, plan, acceptChanges, order.who(), order.why());
  }

  private String question(LoadChoices chosen, @Nullable LoadSummary followed) {
    String what = "Load " + scope.words() + " (" + words(chosen) + ")";
    if (followed == null) {
      return what + "? Without a plan nobody knows how much is written.";
    }
    return what
        + ": "
        + followed.count(LoadCount.TO_LINK)
        + " to link, "
        + followed.count(LoadCount.TO_CREATE_IN_D365)
        + " to create in D365, "
        + followed.count(LoadCount.TO_CREATE_IN_CREATIO)
        + " in Creatio, "
        + followed.count(LoadCount.TO_UPDATE)
        + " to update"
        + waiting(followed)
        + "?";
  }

  private static String waiting(LoadSummary followed) {
    long records = followed.waiting().stream().mapToLong(LoadSummary.Group::records).sum();
    return records == 0 ? "" : "; " + records + " wait for others and are left as they are";
  }

  private static String words(LoadChoices chosen) {
    return "create " + Choices.word(chosen.creation()) + ", conflicts " + chosen.policy();
  }

  private int dryRun(LoadId load, LoadChoices chosen) {
    session.show(
        json(load, chosen, true),
        () -> {
          String name = Scope.shortName(load);
          session.output().text("Load " + name + " would be started: " + words(chosen) + ".");
          session.output().note("A dry run: nothing was started. What it would write says a plan.");
        });
    return ExitCodes.DONE;
  }

  private int started(LoadId load, LoadChoices chosen) {
    session.show(
        json(load, chosen, false),
        () -> {
          session.output().line("Load " + Scope.shortName(load) + " is started.");
          session
              .output()
              .note("Watch it with: weft load status " + Scope.shortName(load) + " --watch");
        });
    return ExitCodes.DONE;
  }

  private static Map<String, Object> json(LoadId load, LoadChoices chosen, boolean dryRun) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("dryRun", dryRun);
    json.put("load", load);
    json.put("choices", chosen);
    return json;
  }
}
