package io.weft.cli.parked;

import io.weft.cli.CommandFailure;
import io.weft.cli.ExitCodes;
import io.weft.cli.Run;
import io.weft.cli.Session;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what waits for a person: through a worker, from the store; or without one, from Temporal's
 * own list. Both know the same records.
 */
final class ParkedFinder {
  /** What a worker tells at a time. */
  private static final int MOST = 1000;

  private final Session session;

  ParkedFinder(Session session) {
    this.session = session;
  }

  /** What was found, and which names fit nothing. */
  record Found(List<ParkedRow> rows, List<String> missing) {}

  /** All that fit, longest waiting first; through Temporal newest first. */
  List<ParkedRow> all(ParkedFilter filter) {
    List<ParkedRow> rows = filter.fromTemporal ? fromTemporal(filter) : ask(filter.question());
    if (!filter.fromTemporal && rows.size() == MOST) {
      session
          .output()
          .note("These are the first " + MOST + "; there are more. Filter, or go on afterwards.");
    }
    return rows;
  }

  /** The records that a command means. */
  Found of(ParkedSelection selection) {
    return selection.isBulk() ? new Found(all(selection.filter), List.of()) : named(selection);
  }

  /** One record; fails in words if none waits under this name, or several do. */
  ParkedRow one(ParkedSelection selection) {
    Found found = named(selection);
    if (found.rows().isEmpty()) {
      throw new CommandFailure(ExitCodes.NO_MATCH, notThere(found.missing().get(0)));
    }
    return found.rows().get(0);
  }

  /** What to say about a name under which nothing waits. */
  static String notThere(String name) {
    return "'"
        + name
        + "' is not parked (any more): it went on, or the name is wrong. weft parked list shows"
        + " what waits, weft audit show what was written.";
  }

  private Found named(ParkedSelection selection) {
    Set<ParkedRow> rows = new LinkedHashSet<>();
    List<String> missing = new ArrayList<>();
    List<ParkedRow> all = new ArrayList<>();
    for (String name : selection.names) {
      List<ParkedRow> meant = exact(selection.filter, name, all);
      if (meant.isEmpty()) {
        all.addAll(all.isEmpty() ? everything(selection.filter) : List.of());
        meant = all.stream().filter(row -> row.isMeantBy(name)).toList();
      }
      if (meant.size() > 1) {
        throw new CommandFailure(ExitCodes.USAGE, ambiguous(name, meant));
      }
      (meant.isEmpty() ? missing : new ArrayList<String>()).add(name);
      rows.addAll(meant);
    }
    return new Found(List.copyOf(rows), missing);
  }

  /** By workflow id: one question, however many wait. */
  private List<ParkedRow> exact(ParkedFilter filter, String name, List<ParkedRow> all) {
    if (filter.fromTemporal || !all.isEmpty() || name.isBlank()) {
      return List.of();
    }
    return ask(new Question.Parked(name, null, null, null)).stream()
        .filter(row -> row.workflowId().equals(name))
        .toList();
  }

  private List<ParkedRow> everything(ParkedFilter filter) {
    return filter.fromTemporal
        ? fromTemporal(filter)
        : ask(new Question.Parked(null, null, null, null));
  }

  private List<ParkedRow> ask(Question.Parked question) {
    return session.ask(question, Answer.ParkedList.class).parked().stream()
        .map(ParkedRow::of)
        .toList();
  }

  private List<ParkedRow> fromTemporal(ParkedFilter filter) {
    List<ParkedRow> rows = new ArrayList<>();
    for (Run run : session.list(filter.query())) {
      String object = run.object();
      if (object == null) {
        session.output().note(run.workflowId() + " is in trouble: see weft poller status");
      } else {
        rows.add(ParkedRow.of(run, object));
      }
    }
    return rows;
  }

  private static String ambiguous(String name, List<ParkedRow> meant) {
    return "'"
        + name
        + "' means "
        + meant.size()
        + " records: "
        + meant.stream().map(ParkedRow::workflowId).collect(Collectors.joining(", "))
        + ". Name one in full.";
  }
}
