package io.weft.cli.parked;

import io.weft.cli.ExitCodes;
import io.weft.cli.Output;
import io.weft.cli.Session;
import io.weft.cli.Table;
import io.weft.cli.Texts;
import io.weft.workflows.failure.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What waits for a person, those alike together. */
@Command(name = "list", description = "Lists what waits for a person, those alike together.")
final class ListCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final ParkedFilter filter = new ParkedFilter();

  ListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    filter.question(); // a wrong value is told before anything is asked
    List<ParkedRow> rows = new ParkedFinder(session).all(filter);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("source", filter.fromTemporal ? "temporal" : "worker");
    json.put("count", rows.size());
    json.put("parked", rows);
    session.show(json, () -> text(rows));
    return rows.isEmpty() && filter.isGiven() ? ExitCodes.NO_MATCH : ExitCodes.DONE;
  }

  private void text(List<ParkedRow> rows) {
    if (rows.isEmpty()) {
      session
          .output()
          .line(
              filter.isGiven()
                  ? "Nothing waits with " + filter.words() + "."
                  : "Nothing waits for a person.");
      return;
    }
    alike(rows).forEach(this::group);
    session
        .output()
        .note(
            Texts.count(rows.size(), "record")
                + " parked. More on one: weft parked show "
                + Texts.shell(rows.get(0).workflowId()));
  }

  private void group(String fingerprint, List<ParkedRow> rows) {
    Output output = session.output();
    output.heading(fingerprint + ": " + Texts.count(rows.size(), "record"));
    Problem problem = rows.get(0).problem();
    if (problem != null) {
      output.text(problem.remedy());
    }
    Table table = Table.of("!RECORD", "!SINCE", "WHAT");
    for (ParkedRow row : rows) {
      String since = row.since() == null ? "-" : output.ago(row.since());
      table.row(row.workflowId(), since, row.what());
    }
    output.table(table);
    output.gap();
  }

  private static Map<String, List<ParkedRow>> alike(List<ParkedRow> rows) {
    Map<String, List<ParkedRow>> alike = new LinkedHashMap<>();
    for (ParkedRow row : rows) {
      alike.computeIfAbsent(row.fingerprint(), f -> new ArrayList<>()).add(row);
    }
    return alike;
  }
}
