package io.weft.cli;

import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Answer.AuditLine;
import io.weft.workflows.desk.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What was written to a record, by whom, when and why, newest first. */
@Command(name = "show", description = "Shows what was written to a record, newest first.")
final class AuditShowCommand implements Callable<Integer> {
  private final Session session;

  @Spec CommandSpec spec;

  @Parameters(
      paramLabel = "RECORD",
      description =
          "A pair (account-customer/usmf/<Creatio id>, and likewise contact, order-sales-order and"
              + " the others), a record (account-customer/d365/usmf/US-001, contact/creatio/<id>),"
              + " or a key alone.")
  String record;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Lines at most, 1 to 1000 (default ${DEFAULT-VALUE}).",
      defaultValue = "50")
  int limit;

  AuditShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > 1000) {
      throw new ParameterException(
          spec.commandLine(), "--limit " + limit + ": 1 to 1000 lines expected.");
    }
    List<AuditLine> lines =
        session.ask(new Question.Audit(record, limit), Answer.AuditTrail.class).lines();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("record", record);
    json.put("lines", lines);
    session.show(json, () -> text(lines));
    return lines.isEmpty() ? ExitCodes.NO_MATCH : ExitCodes.DONE;
  }

  private void text(List<AuditLine> lines) {
    if (lines.isEmpty()) {
      session
          .output()
          .note(
              "Nothing was written to '"
                  + record
                  + "'. Write the record as a pair (account-customer/usmf/<Creatio id>) or as a"
                  + " record (account-customer/d365/usmf/US-001); other objects likewise, as in"
                  + " order-sales-order/d365/usmf/000901.");
      return;
    }
    Table table = Table.of("!WHEN", "OUTCOME", "FIELD", "BEFORE", "AFTER", "WHO", "WHY");
    for (AuditLine line : lines) {
      table.row(
          Times.exact(line.at()),
          line.outcome() + " in " + line.system(),
          line.field(),
          value(line.before()),
          value(line.after()),
          line.who(),
          why(line));
    }
    session.output().table(table);
  }

  /** A conflict names the value that lost. */
  private static String why(AuditLine line) {
    return line.rival() == null ? line.why() : line.why() + " Not taken: '" + line.rival() + "'.";
  }

  private static String value(@Nullable String value) {
    return Objects.requireNonNullElse(value, "-");
  }
}
