package io.weft.cli.load;

import io.weft.cli.CommandFailure;
import io.weft.cli.ExitCodes;
import io.weft.cli.Session;
import io.weft.cli.Table;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.load.InitialLoad;
import io.weft.workflows.load.LoadId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How one load stands, or all open ones. */
@Command(
    name = "status",
    description = "Shows how a load stands and what it found; without a name, all open ones.")
final class StatusCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final Within within = new Within();

  @Parameters(arity = "0..1", paramLabel = "LOAD", description = "For example account/usmf/3.")
  @Nullable String name;

  @Option(
      names = "--watch",
      description = "Go on looking until it is complete or waits for a person.")
  boolean watch;

  StatusCommand(Session session) {
    this.session = session;
  }

  /** One open load. */
  record Line(Answer.LoadLine load, String state, @Nullable String trouble) {
    boolean isWell() {
      return !state.equals("Parked") && hasRun();
    }

    boolean hasRun() {
      return !state.equals(Standing.SILENT);
    }
  }

  @Override
  public Integer call() {
    if (name != null) {
      LoadId load = within.name(name).find(session);
      return watch ? new Watch(session).untilClosed(load, null) : one(load);
    }
    List<Answer.LoadLine> open = open();
    return watch ? new Watch(session).untilClosed(only(open), null) : all(open);
  }

  private List<Answer.LoadLine> open() {
    return session.ask(new Question.Loads(null, null, true), Answer.LoadList.class).loads();
  }

  private int one(LoadId load) {
    Standing standing = Standing.of(session, load);
    session.show(standing.json(null), () -> new SummaryText(session.output()).show(standing));
    return standing.isParked() || !standing.isSound() ? ExitCodes.FAILED : ExitCodes.DONE;
  }

  private static LoadId only(List<Answer.LoadLine> open) {
    if (open.isEmpty()) {
      throw new CommandFailure(ExitCodes.NO_MATCH, "No load is open: weft load list shows all.");
    } else if (open.size() > 1) {
      String names =
          open.stream().map(line -> Scope.shortName(line.load())).collect(Collectors.joining(", "));
      throw new CommandFailure(ExitCodes.USAGE, "Several are open, name one: " + names + ".");
    }
    return open.get(0).load();
  }

  private int all(List<Answer.LoadLine> open) {
    List<Line> lines = lines(open);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("open", lines);
    session.show(json, () -> text(lines));
    return lines.stream().allMatch(Line::isWell) ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  /** Those that have closed meanwhile are left out: their runs have ended. */
  private List<Line> lines(List<Answer.LoadLine> open) {
    List<Line> lines = open.stream().map(this::line).toList();
    if (lines.stream().allMatch(Line::hasRun)) {
      return lines;
    }
    Set<LoadId> still = open().stream().map(Answer.LoadLine::load).collect(Collectors.toSet());
    return lines.stream()
        .filter(line -> line.hasRun() || still.contains(line.load().load()))
        .toList();
  }

  private Line line(Answer.LoadLine load) {
    InitialLoad.State run = Standing.run(session, load.load());
    return run == null
        ? new Line(load, Standing.SILENT, "weft load resume starts it again where it stopped")
        : new Line(load, run.state(), run.trouble());
  }

  private void text(List<Line> lines) {
    if (lines.isEmpty()) {
      session.output().text("No load is open.");
      session.output().note("All there were: weft load list");
      return;
    }
    Table table = Table.of("!LOAD", "!KIND", "!STATE", "!PHASE", "!PROGRESS", "NOTE");
    for (Line line : lines) {
      Answer.LoadLine load = line.load();
      table.row(
          Scope.shortName(load.load()),
          load.planOnly() ? "plan" : "load",
          line.state(),
          ProgressLine.phase(load.phase()),
          ProgressLine.bar(load.handled(), load.total()),
          line.trouble());
    }
    session.output().table(table);
  }
}
