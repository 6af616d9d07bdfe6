package io.weft.cli;

import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Answer.Finding;
import io.weft.workflows.desk.Answer.Level;
import io.weft.workflows.desk.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Whether everything is set up as it must be, and what to do where it is not. */
@Command(
    name = "doctor",
    description = {
      "Checks sign-in, rights, names, columns and numbers in both systems, and the store.",
      "Says for every finding what to do. Changes nothing."
    })
final class DoctorCommand implements Callable<Integer> {
  /** A check asks both systems dozens of questions. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Session session;

  DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>();
    findings.add(new Finding("Temporal", Level.OK, "answers at " + session.place(), null));
    findings.addAll(session.ask(new Question.Doctor(), Answer.Findings.class, PATIENCE).findings());
    session.show(json(findings), () -> text(findings));
    return count(findings, Level.PROBLEM) == 0 ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  private static Map<String, Object> json(List<Finding> findings) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("problems", count(findings, Level.PROBLEM));
    json.put("warnings", count(findings, Level.WARNING));
    json.put("findings", findings);
    return json;
  }

  private void text(List<Finding> findings) {
    Table table = Table.of("!", "CHECK", "FOUND", "WHAT TO DO");
    findings.forEach(f -> table.row(Output.word(f.level()), f.check(), f.found(), f.remedy()));
    session.output().table(table);
    session.output().gap();
    session.output().text(sum(findings));
  }

  private static String sum(List<Finding> findings) {
    long problems = count(findings, Level.PROBLEM);
    long warnings = count(findings, Level.WARNING);
    if (problems + warnings == 0) {
      return "All is well: " + Texts.count(findings.size(), "finding") + ".";
    }
    return Texts.count(problems, "problem")
        + " and "
        + Texts.count(warnings, "warning")
        + " in "
        + Texts.count(findings.size(), "finding")
        + ".";
  }

  private static long count(List<Finding> findings, Level level) {
    return findings.stream().filter(finding -> finding.level() == level).count();
  }
}
