package io.weft.cli.load;

import io.weft.cli.Output;
import io.weft.cli.Table;
import io.weft.workflows.load.LoadActivities.Ending;
import io.weft.workflows.load.LoadChoices;
import io.weft.workflows.load.LoadCount;
import io.weft.workflows.load.LoadSummary;
import java.util.List;

/** The numbers of a load, for people. */
final class SummaryText {
  private final Output output;

  SummaryText(Output output) {
    this.output = output;
  }

  void show(Standing standing) {
    LoadSummary summary = standing.summary();
    output.heading(
        (summary.planOnly() ? "Plan " : "Load ")
            + Scope.shortName(summary.load())
            + ": "
            + standing.state());
    output.text(choices(summary.choices()));
    if (summary.ending() == null) {
      output.line(ProgressLine.of(standing));
    }
    String note = standing.note();
    if (note != null) {
      output.text(note);
    }
    counts(summary);
    groups("OUT OF SCOPE", summary.outOfScope());
    groups("REFUSED, BY KIND", summary.troubles());
    groups("WAIT FOR", summary.waiting());
    codes(summary);
    conclusion(summary);
  }

  private static String choices(LoadChoices choices) {
    String policy = choices.policy();
    return "Create "
        + Choices.word(choices.creation())
        + ", conflicts "
        + (policy == null ? "as the settings say" : policy)
        + (choices.plan() == null ? "" : ", following plan " + choices.plan())
        + "; started by "
        + choices.who()
        + ": "
        + choices.why();
  }

  private void counts(LoadSummary summary) {
    if (summary.counts().isEmpty()) {
      return;
    }
    output.gap();
    Table table = Table.of("#RECORDS", "WHAT");
    summary
        .counts()
        .forEach(
            (count, records) -> {
              if (records > 0 || count == LoadCount.UNEXPLAINED) {
                table.row(ProgressLine.number(records), count.words());
              }
            });
    output.table(table);
  }

  private void groups(String heading, List<LoadSummary.Group> groups) {
    if (groups.isEmpty()) {
      return;
    }
    output.gap();
    Table table = Table.of("#RECORDS", "!" + heading, "WHY", "WHAT TO DO", "FOR EXAMPLE");
    groups.forEach(
        group ->
            table.row(
                ProgressLine.number(group.records()),
                group.name(),
                group.what(),
                group.remedy(),
                group.example()));
    output.table(table);
  }

  private void codes(LoadSummary summary) {
    if (summary.missingCodes().isEmpty()) {
      return;
    }
    output.gap();
    Table table = Table.of("#RECORDS", "!MISSING IN", "FIELD", "CODE", "WHAT TO DO");
    summary
        .missingCodes()
        .forEach(
            code ->
                table.row(
                    ProgressLine.number(code.records()),
                    code.side().title(),
                    code.field(),
                    code.code(),
                    code.remedy()));
    output.table(table);
  }

  private void conclusion(LoadSummary summary) {
    Ending ending = summary.ending();
    if (ending == null) {
      return;
    }
    output.gap();
    Long seconds = summary.secondsLeft();
    if (!summary.planOnly()) {
      output.line(summary.conclusion());
    } else if (seconds != null) {
      output.line(
          "Its load would take about " + ProgressLine.time(seconds) + " at present limits.");
    }
    if (summary.count(LoadCount.DOUBTFUL) > 0) {
      output.note(
          "Pairs wait for your decision: weft load review list "
              + summary.load().object()
              + " --legal-entity "
              + summary.load().legalEntity());
    }
  }
}
