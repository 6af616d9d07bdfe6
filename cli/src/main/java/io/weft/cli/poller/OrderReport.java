package io.weft.cli.poller;

import io.weft.cli.ExitCodes;
import io.weft.cli.Order;
import io.weft.cli.Session;
import io.weft.cli.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of an order to pollers. */
record OrderReport(String verb, Order order, List<Line> lines) {
  /** What became of one; the words are part of the JSON. */
  enum Result {
    DONE("done"),
    RUNS_ALREADY("runs already"),
    NOT_RUNNING("does not run"),
    WOULD_BE_DONE("would be done");

    private final String words;

    Result(String words) {
      this.words = words;
    }
  }

  /** One poller or sweep. */
  record Line(String poller, Result result) {}

  /** Shows it and returns the exit code. */
  int show(Session session) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("verb", verb);
    json.put("who", order.who());
    json.put("reason", order.why());
    json.put("dryRun", order.isDryRun());
    json.put("pollers", lines);
    session.show(json, () -> text(session));
    boolean idle = lines.stream().allMatch(line -> line.result() == Result.NOT_RUNNING);
    if (idle) {
      session.output().note("None of them runs: weft poller start starts them.");
    }
    return idle ? ExitCodes.NO_MATCH : ExitCodes.DONE;
  }

  private void text(Session session) {
    Table table = Table.of("!POLLER", verb.toUpperCase(Locale.ROOT));
    lines.forEach(line -> table.row(line.poller(), line.result().words));
    session.output().table(table);
    session
        .output()
        .note(order.isDryRun() ? "A dry run: nothing was done." : "Told as " + order.who() + ".");
  }
}
