package io.weft.cli;

import io.weft.workflows.desk.Answer;
import io.weft.workflows.pass.FieldDecision;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a pass that was only computed is shown. */
record PreviewText(Output output) {
  static Map<String, Object> json(Answer.PreviewReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("pair", report.pair());
    json.put("summary", report.summary());
    json.put("decisions", report.decisions());
    json.put("problems", report.problems());
    return json;
  }

  /** As text, with a word on why nothing was written. */
  void show(Answer.PreviewReport report, String why) {
    output.heading(report.pair());
    output.text(report.summary());
    if (!report.decisions().isEmpty()) {
      Table table = Table.of("FIELD", "WRITTEN TO", "BEFORE", "AFTER", "WHY");
      for (FieldDecision d : report.decisions()) {
        table.row(d.field(), target(d), orDash(d.before()), orDash(d.after()), d.why());
      }
      output.table(table);
    }
    report.problems().forEach(p -> output.text("Would park: " + p.what() + " " + p.remedy()));
    output.note("Nothing was written: " + why + ".");
  }

  private static String target(FieldDecision decision) {
    return decision.target() == null ? "-" : decision.target().title();
  }

  private static String orDash(@Nullable String value) {
    return value == null ? "-" : value;
  }
}
