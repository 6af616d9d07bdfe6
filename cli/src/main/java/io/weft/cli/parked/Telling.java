package io.weft.cli.parked;

import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowServiceException;
import io.weft.cli.Confirmation;
import io.weft.cli.ExitCodes;
import io.weft.cli.Order;
import io.weft.cli.Output;
import io.weft.cli.Session;
import io.weft.cli.Table;
import io.weft.cli.Texts;
import io.weft.workflows.desk.Desk;
import io.weft.workflows.desk.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Mixin;

/**
 * Tells parked records something: finds those that are meant, asks before it tells many, tells each
 * and reports on each. What was told before a failure stays told, and is reported as such.
 */
final class Telling {
  private static final int EXAMPLES = 5;

  @Mixin final ParkedSelection selection = new ParkedSelection();
  @Mixin final Order order = new Order();
  @Mixin final Confirmation confirmation = new Confirmation();

  /** One signal to one workflow. */
  interface Signal {
    Told send(Desk desk, String workflowId);
  }

  /** What became of one record; the words are part of the JSON. */
  enum Result {
    TOLD,
    NOT_PARKED,
    NOT_REACHED,
    WOULD_BE_TOLD
  }

  /** One record and what became of it. */
  record Line(String workflowId, Result result) {}

  /** To be called first: throws a usage error where something is missing or contradicts. */
  void check() {
    order.check();
    selection.check();
  }

  /**
   * Tells them.
   *
   * @param verb what is done, for example {@code Retry}
   */
  int tell(Session session, String verb, Signal signal) {
    ParkedFinder.Found found = new ParkedFinder(session).of(selection);
    found.missing().forEach(name -> session.output().note(ParkedFinder.notThere(name)));
    List<String> ids = found.rows().stream().map(ParkedRow::workflowId).toList();
    if (!order.isDryRun() && selection.isBulk() && !ids.isEmpty()) {
      examples(session.output(), ids);
      if (!confirmation.isGiven(session, question(verb, ids.size()))) {
        return ExitCodes.FAILED;
      }
    }
    List<Line> lines = order.isDryRun() ? wouldBeTold(ids) : send(session, ids, signal);
    found.missing().forEach(name -> lines.add(new Line(name, Result.NOT_PARKED)));
    session.show(json(verb, lines), () -> text(session.output(), verb, lines));
    return exitCode(lines);
  }

  private static void examples(Output output, List<String> ids) {
    ids.stream().limit(EXAMPLES).forEach(output::note);
    if (ids.size() > EXAMPLES) {
      output.note("and " + (ids.size() - EXAMPLES) + " more");
    }
  }

  private String question(String verb, int count) {
    String these = count == 1 ? " this 1 record (" : " these " + count + " records (";
    return verb + these + selection.filter.words() + ")?";
  }

  private static List<Line> wouldBeTold(List<String> ids) {
    return new ArrayList<>(ids.stream().map(id -> new Line(id, Result.WOULD_BE_TOLD)).toList());
  }

  private static List<Line> send(Session session, List<String> ids, Signal signal) {
    List<Line> lines = new ArrayList<>();
    boolean away = false;
    for (String id : ids) {
      Result result = away ? Result.NOT_REACHED : send(session.desk(), id, signal);
      away = result == Result.NOT_REACHED;
      lines.add(new Line(id, result));
    }
    return lines;
  }

  private static Result send(Desk desk, String id, Signal signal) {
    try {
      return switch (signal.send(desk, id)) {
        case DELIVERED -> Result.TOLD;
        case NOBODY_THERE -> Result.NOT_PARKED;
      };
    } catch (WorkflowServiceException | StatusRuntimeException e) {
      return Result.NOT_REACHED; // the others are not tried: each would wait for Temporal again
    }
  }

  private Map<String, Object> json(String verb, List<Line> lines) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("verb", verb.toLowerCase(Locale.ROOT));
    json.put("who", order.who());
    json.put("reason", order.why());
    json.put("dryRun", order.isDryRun());
    json.put("told", count(lines, Result.TOLD));
    json.put("records", lines);
    return json;
  }

  private void text(Output output, String verb, List<Line> lines) {
    if (lines.isEmpty()) {
      output.note("Nothing waits with " + selection.filter.words() + ".");
      return;
    }
    Table table = Table.of("!RECORD", verb.toUpperCase(Locale.ROOT));
    lines.forEach(line -> table.row(line.workflowId(), words(line.result())));
    output.table(table);
    output.note(sum(verb, lines));
  }

  private String sum(String verb, List<Line> lines) {
    long unreached = count(lines, Result.NOT_REACHED);
    if (unreached > 0) {
      return "Temporal stopped answering: "
          + Texts.count(unreached, "record")
          + " were not told. Run the same command again; those told already are left out by then.";
    } else if (order.isDryRun()) {
      return "A dry run: nobody was told.";
    }
    return verb
        + ": "
        + Texts.count(count(lines, Result.TOLD), "record")
        + " told as "
        + order.who()
        + "; each goes on as soon as a worker takes it.";
  }

  private static String words(Result result) {
    return switch (result) {
      case TOLD -> "told";
      case NOT_PARKED -> "not parked any more";
      case NOT_REACHED -> "not told: Temporal did not answer";
      case WOULD_BE_TOLD -> "would be told";
    };
  }

  private int exitCode(List<Line> lines) {
    if (count(lines, Result.NOT_REACHED) > 0) {
      return ExitCodes.UNREACHABLE;
    }
    long gone = count(lines, Result.NOT_PARKED);
    if (gone == lines.size()) {
      return ExitCodes.NO_MATCH; // also where nothing was found at all
    }
    // Of a whole kind some may have gone on meanwhile; a name that fits nothing is a mistake.
    return gone > 0 && !selection.isBulk() ? ExitCodes.FAILED : ExitCodes.DONE;
  }

  private static long count(List<Line> lines, Result result) {
    return lines.stream().filter(line -> line.result() == result).count();
  }
}
