package io.weft.cli.poller;

import io.weft.cli.ExitCodes;
import io.weft.cli.FeedTable;
import io.weft.cli.ObjectFilter;
import io.weft.cli.Output;
import io.weft.cli.Session;
import io.weft.cli.Table;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Answer.FeedStatus;
import io.weft.workflows.desk.Answer.Level;
import io.weft.workflows.desk.DeskException;
import io.weft.workflows.desk.Question;
import io.weft.workflows.poll.PollOrder;
import io.weft.workflows.poll.PollState;
import io.weft.workflows.record.LegalEntity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How the pollers stand, and how old their feeds are. */
@Command(
    name = "status",
    description = "Shows how the pollers stand, and how old what they know is.")
final class StatusCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final Targets targets = new Targets();
  @Mixin private final ObjectFilter object = new ObjectFilter();

  StatusCommand(Session session) {
    this.session = session;
  }

  /**
   * One poller.
   *
   * @param state {@code Not running} where none is open, {@code Silent} where it does not answer
   */
  record Line(String poller, String state, @Nullable PollState details, @Nullable String trouble) {
    boolean isWell() {
      return details != null && trouble == null;
    }
  }

  @Override
  public Integer call() {
    object.slug();
    List<Target> chosen = targets.chosen(session);
    List<Line> lines = chosen.stream().map(this::line).toList();
    List<FeedStatus> feeds = feeds(chosen);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("pollers", lines);
    json.put("feeds", feeds);
    session.show(json, () -> text(lines, feeds));
    boolean well =
        lines.stream().allMatch(Line::isWell)
            && feeds.stream().noneMatch(feed -> feed.level() == Level.PROBLEM);
    return well ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  private Line line(Target target) {
    if (!Targets.isOpen(session, target)) {
      String remedy = "start it: weft poller start " + target.scope() + " --reason \"...\"";
      return new Line(target.scope(), "Not running", null, remedy);
    }
    try {
      PollState state = target.state(session.desk());
      return new Line(target.scope(), state.state(), state, state.trouble());
    } catch (DeskException e) {
      return new Line(target.scope(), "Silent", null, e.getMessage());
    }
  }

  /** A question is about one legal entity or about all. */
  private List<FeedStatus> feeds(List<Target> chosen) {
    LegalEntity only =
        chosen.size() == 1 && chosen.get(0) instanceof Target.Poller poller
            ? poller.legalEntity()
            : null;
    return session.ask(new Question.PollerStatus(only), Answer.FeedReport.class).feeds().stream()
        .filter(feed -> !object.isGiven() || feed.feed().contains("/" + object.slug() + "/"))
        .toList();
  }

  private void text(List<Line> lines, List<FeedStatus> feeds) {
    Output output = session.output();
    Table table = Table.of("!POLLER", "!STATE", "!LAST TURN", "#TURNS", "NOTE");
    for (Line line : lines) {
      PollState details = line.details();
      table.row(
          line.poller(),
          line.state(),
          details == null ? "-" : output.ago(details.lastTurn()),
          details == null ? "-" : details.turns(),
          line.trouble() == null ? paused(details) : line.trouble());
    }
    output.table(table);
    if (!feeds.isEmpty()) {
      output.gap();
      output.table(FeedTable.of(feeds, output));
    }
  }

  private static @Nullable String paused(@Nullable PollState state) {
    PollOrder order = state == null ? null : state.order();
    return order == null ? null : "paused by " + order.who() + ": " + order.why();
  }
}
