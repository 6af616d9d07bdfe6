package io.weft.cli.parked;

import io.weft.cli.CommandFailure;
import io.weft.cli.ExitCodes;
import io.weft.cli.Output;
import io.weft.cli.Session;
import io.weft.cli.Table;
import io.weft.cli.Texts;
import io.weft.cli.Times;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.failure.Problems;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.PairId;
import io.weft.workflows.sync.Subject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One record that waits: what, why, what to do, and the commands that do it. */
@Command(name = "show", description = "Shows why one record waits, and what can be done about it.")
final class ShowCommand implements Callable<Integer> {
  private static final String NEW_RECORD =
      "This record is not on the other side yet; records that need it wait for it.";

  private final Session session;

  @Mixin private final ParkedSelection selection = new ParkedSelection();

  ShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    selection.checkOne("weft parked list shows them");
    ParkedRow row = new ParkedFinder(session).one(selection);
    Answer.PreviewReport preview = preview(row);
    List<FieldDecision> disputed = disputed(preview);
    long alike = row.problem() == null ? 1 : alike(row);
    List<String> next = NextSteps.of(row, disputed, alike);
    session.show(json(row, disputed, alike, next), () -> text(row, disputed, alike, next));
    return ExitCodes.DONE;
  }

  private Map<String, Object> json(
      ParkedRow row, List<FieldDecision> disputed, long alike, List<String> next) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("parked", row);
    json.put("blocks", blocks(row));
    json.put("alike", alike);
    json.put("disputed", disputed);
    json.put("next", next);
    return json;
  }

  private void text(ParkedRow row, List<FieldDecision> disputed, long alike, List<String> next) {
    Output output = session.output();
    output.heading(row.workflowId());
    Problem problem = row.problem();
    if (problem == null) {
      output.text("Temporal knows only its kind of trouble; ask without --from-temporal for more.");
    } else {
      output.text("What:    " + problem.what());
      output.text("Why:     " + Problems.reason(problem.failure()));
      output.text("To do:   " + problem.remedy());
      if (problem.healsItself()) {
        output.text("         It is tried again by itself, at least every hour.");
      }
    }
    output.text("Since:   " + since(row.since()));
    output.text("Blocks:  " + blocks(row));
    if (row.holdsUp() != null && row.holdsUp() > 0) {
      output.text(
          "Holds:   "
              + Texts.count(row.holdsUp(), "record")
              + " that need this one first; they go on when it does.");
    }
    output.text("Kind:    " + row.fingerprint() + " (" + alike + " alike)");
    if (!disputed.isEmpty()) {
      output.gap();
      output.table(values(disputed));
    }
    output.gap();
    output.heading("What you can do");
    next.forEach(command -> output.line("  " + command));
  }

  private String since(@Nullable Instant since) {
    return since == null
        ? "not known to Temporal"
        : session.output().ago(since) + " (" + Times.exact(since) + ")";
  }

  private static Table values(List<FieldDecision> disputed) {
    Table table = Table.of("DISPUTED FIELD", "CREATIO SAYS", "D365 SAYS", "WHY");
    for (FieldDecision field : disputed) {
      table.row(field.field(), value(field.rival()), value(field.before()), field.why());
    }
    return table;
  }

  private static String value(@Nullable String value) {
    return Objects.requireNonNullElse(value, "(nothing)");
  }

  private static List<FieldDecision> disputed(Answer.@Nullable PreviewReport preview) {
    return preview == null
        ? List.of()
        : preview.decisions().stream().filter(d -> d.verdict() == Verdict.ASKED).toList();
  }

  /** The values of now, not of when it parked; without them the rest is still worth showing. */
  private Answer.@Nullable PreviewReport preview(ParkedRow row) {
    if (row.problem() == null || pair(row) == null) {
      return null;
    }
    try {
      return session.ask(new Question.Preview(row.record()), Answer.PreviewReport.class);
    } catch (CommandFailure e) {
      session.output().note("Its values cannot be read just now: " + e.getMessage());
      return null;
    }
  }

  private long alike(ParkedRow row) {
    Question.Parked question = new Question.Parked(null, row.fingerprint(), null, null);
    return session.ask(question, Answer.ParkedList.class).parked().size();
  }

  private static String blocks(ParkedRow row) {
    PairId pair = pair(row);
    return pair == null ? NEW_RECORD : Subject.of(pair).blocks();
  }

  /** The path of a record looks like that of a pair in a legal entity "d365"; the id does not. */
  private static @Nullable PairId pair(ParkedRow row) {
    if (row.isNew()) {
      return null;
    }
    try {
      return PairId.parse(row.record());
    } catch (IllegalArgumentException e) {
      return null; // an id of another version
    }
  }
}
