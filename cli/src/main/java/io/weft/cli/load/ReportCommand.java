package io.weft.cli.load;

import io.weft.cli.ExitCodes;
import io.weft.cli.Session;
import io.weft.cli.Table;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.load.LoadRow;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What became of every record of a load, or would. */
@Command(
    name = "report",
    description = {
      "Shows what became of every record of a load, or would by a plan.",
      "With --out it is written as CSV and JSON; the JSON holds the digest of the CSV, so that one"
          + " signature is enough. Both hold names, because people must judge them."
    })
final class ReportCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final Within within = new Within();

  @Parameters(paramLabel = "LOAD", description = "For example account/usmf/3.")
  String name = "";

  @Option(names = "--out", paramLabel = "DIR", description = "Write it there, as CSV and JSON.")
  @Nullable Path out;

  ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    LoadId load = within.name(name).find(session);
    Standing standing = Standing.of(session, load);
    if (out != null) {
      ReportFiles.Written written = new ReportFiles(session).write(standing.summary(), out);
      session.show(
          Map.of("report", written),
          () ->
              session
                  .output()
                  .line(written.rows() + " rows: " + written.csv() + ", " + written.json()));
      return ExitCodes.DONE;
    }
    Answer.LoadRows first = session.ask(new Question.LoadReport(load, null), Answer.LoadRows.class);
    session.show(first, () -> text(standing, first));
    return ExitCodes.DONE;
  }

  private void text(Standing standing, Answer.LoadRows first) {
    new SummaryText(session.output()).show(standing);
    session.output().gap();
    Table table = Table.of("CREATIO", "D365", "!VERDICT", "!ACTION", "!OUTCOME", "PROBLEM");
    for (LoadRow row : first.rows()) {
      table.row(
          who(row.creatioKey(), row.creatioName()),
          who(row.d365Key(), row.d365Name()),
          row.verdict(),
          row.action(),
          row.outcome(),
          row.problem());
    }
    session.output().table(table);
    if (first.next() != null) {
      session.output().note("There are more: write all of them with --out DIR.");
    }
  }

  private static @Nullable String who(@Nullable String key, @Nullable String name) {
    return key == null ? name : name == null ? key : name + " (" + key + ")";
  }
}
