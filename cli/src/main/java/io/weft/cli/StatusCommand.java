package io.weft.cli;

import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Answer.FeedStatus;
import io.weft.workflows.desk.Answer.Level;
import io.weft.workflows.desk.Answer.ObjectStatus;
import io.weft.workflows.desk.Answer.StatusLine;
import io.weft.workflows.desk.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How things stand: counts, modes, connections, feeds, and what waits for a person. */
@Command(
    name = "status",
    description = "Shows modes, counts, connections, feeds and what waits for a person.")
final class StatusCommand implements Callable<Integer> {
  private static final String FEED = "feed ";
  private static final String PARKED = "parked ";

  private final Session session;

  @Mixin private final ObjectFilter object = new ObjectFilter();

  StatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    object.slug();
    Answer.StatusReport status = of(session.ask(new Question.Status(), Answer.StatusReport.class));
    List<FeedStatus> feeds =
        session.ask(new Question.PollerStatus(null), Answer.FeedReport.class).feeds().stream()
            .filter(feed -> !object.isGiven() || feed.feed().contains("/" + object.slug() + "/"))
            .toList();
    session.show(json(status, feeds), () -> text(status, feeds));
    boolean ill =
        Stream.concat(
                status.lines().stream().map(StatusLine::level),
                feeds.stream().map(FeedStatus::level))
            .anyMatch(level -> level == Level.PROBLEM);
    return ill ? ExitCodes.FAILED : ExitCodes.DONE;
  }

  /** What is said of one object, if only that is asked for. */
  private Answer.StatusReport of(Answer.StatusReport status) {
    if (!object.isGiven()) {
      return status;
    }
    return new Answer.StatusReport(
        status.objects().stream().filter(line -> object.takes(line.object())).toList(),
        status.lines().stream().filter(line -> !line.what().startsWith(PARKED)).toList(),
        new Answer.Waiting(
            status.waiting().objects().stream().filter(l -> object.takes(l.object())).toList(),
            status.waiting().heldUp()));
  }

  private Map<String, Object> json(Answer.StatusReport status, List<FeedStatus> feeds) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("temporal", session.place());
    json.put("objects", status.objects());
    json.put("lines", general(status));
    json.put("parked", parked(status));
    json.put("feeds", feeds);
    json.put("waiting", status.waiting().objects());
    json.put("heldUp", status.waiting().heldUp());
    return json;
  }

  private void text(Answer.StatusReport status, List<FeedStatus> feeds) {
    Output output = session.output();
    output.table(objects(status.objects()));
    output.gap();
    Table lines = Table.of("!", "WHAT", "STATE");
    general(status).forEach(l -> lines.row(Output.word(l.level()), l.what(), l.state()));
    output.table(lines);
    if (!feeds.isEmpty()) {
      output.gap();
      output.table(FeedTable.of(feeds, output));
    }
    forOneAnother(status.waiting());
    waiting(parked(status));
  }

  /** Records that go on by themselves once another one is linked. */
  private void forOneAnother(Answer.Waiting waiting) {
    Output output = session.output();
    if (!waiting.objects().isEmpty()) {
      output.gap();
    }
    for (Answer.WaitingLine line : waiting.objects()) {
      output.text(
          "Waiting: "
              + Texts.count(line.records(), "record")
              + " of "
              + line.object()
              + ", e.g. "
              + line.example()
              + " waits for "
              + line.waitsFor()
              + " ("
              + output.ago(line.since())
              + ").");
    }
    for (Answer.HeldUp line : waiting.heldUp()) {
      output.text(
          "Held up by "
              + line.blocker()
              + ": "
              + Texts.count(line.records(), "record")
              + ". "
              + line.because());
      output.note("Release it and they go on: weft parked show " + Texts.shell(line.workflowId()));
    }
  }

  private void waiting(List<StatusLine> parked) {
    session.output().gap();
    if (object.isGiven()) {
      session.output().note("What waits for a person: weft parked list --object " + object.slug());
      return;
    }
    if (parked.isEmpty()) {
      session.output().text("Nothing waits for a person.");
      return;
    }
    Table table = Table.of("!WAITS FOR A PERSON", "HOW MANY AND WHY");
    parked.forEach(line -> table.row(line.what().substring(PARKED.length()), line.state()));
    session.output().table(table);
    session.output().note("See them: weft parked list");
  }

  private static Table objects(List<ObjectStatus> objects) {
    Table table = Table.of("!OBJECT", "!ENTITY", "!MODE", "#LINKED", "#OPEN", "#PARKED");
    for (ObjectStatus o : objects) {
      table.row(o.object(), o.legalEntity(), o.mode(), o.linked(), o.open(), o.parked());
    }
    table.row(
        "all",
        "",
        "",
        objects.stream().mapToLong(ObjectStatus::linked).sum(),
        objects.stream().mapToLong(ObjectStatus::open).sum(),
        objects.stream().mapToLong(ObjectStatus::parked).sum());
    return table;
  }

  private static List<StatusLine> parked(Answer.StatusReport status) {
    return status.lines().stream().filter(line -> line.what().startsWith(PARKED)).toList();
  }

  /** Feeds are asked for by themselves, because only there the time is exact. */
  private static List<StatusLine> general(Answer.StatusReport status) {
    return status.lines().stream()
        .filter(line -> !line.what().startsWith(PARKED) && !line.what().startsWith(FEED))
        .toList();
  }
}
