package io.weft.cli.load;

import io.weft.cli.CommandFailure;
import io.weft.cli.ExitCodes;
import io.weft.cli.Session;
import io.weft.cli.Times;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.DeskException;
import io.weft.workflows.desk.Question;
import io.weft.workflows.load.InitialLoad;
import io.weft.workflows.load.LoadActivities.Ending;
import io.weft.workflows.load.LoadCount;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.load.LoadSummary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One load as the store and its run in Temporal know it.
 *
 * @param run null where no run answers
 * @param lastFailure why its last attempt failed, while it is tried again; null if it is not
 */
record Standing(
    LoadSummary summary, InitialLoad.@Nullable State run, @Nullable String lastFailure) {
  /** In the place of a state. */
  static final String SILENT = "No run";

  /** Throws {@link CommandFailure} if no worker knows it, or not yet. */
  static Standing of(Session session, LoadId load) {
    return find(session, load)
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCodes.FAILED,
                    Scope.shortName(load) + " is just being opened: look again in a moment."));
  }

  /**
   * Empty while its run has not opened it yet; throws {@link CommandFailure} if there is no such
   * load, or its run cannot open it.
   */
  static Optional<Standing> find(Session session, LoadId load) {
    Answer.LoadStatus known;
    try {
      known = session.ask(new Question.LoadStatus(load), Answer.LoadStatus.class);
    } catch (CommandFailure unknown) {
      InitialLoad.State run = run(session, load);
      if (unknown.exitCode() != ExitCodes.NO_MATCH || run == null) {
        throw unknown;
      } else if (run.trouble() != null) {
        throw cannotBegin(load, run.trouble());
      }
      return Optional.empty();
    }
    return Optional.of(of(session, known.summary()));
  }

  private static Standing of(Session session, LoadSummary known) {
    LoadId load = known.load();
    InitialLoad.State run = known.ending() == null ? run(session, load) : null;
    // A run closes its load before it ends: without a run, what was known may be of before.
    LoadSummary summary =
        known.ending() == null && run == null ? Watch.ask(session, load).summary() : known;
    String failure = run == null ? null : session.lastFailure(load.path()).orElse(null);
    return new Standing(summary, run, failure);
  }

  private static CommandFailure cannotBegin(LoadId load, String trouble) {
    String name = Scope.shortName(load);
    return new CommandFailure(
        ExitCodes.FAILED,
        name
            + " cannot begin: "
            + trouble
            + " Then weft load resume "
            + name
            + " --reason \"...\", or cancel it.");
  }

  /** How the run of an open load stands; null if none is open: a closed one answers as well. */
  static InitialLoad.@Nullable State run(Session session, LoadId load) {
    try {
      return session.isOpen(load.path()) ? session.desk().load(load) : null;
    } catch (DeskException e) {
      return null;
    }
  }

  boolean isClosed() {
    return summary.ending() != null;
  }

  /** Whether it waits for a person. */
  boolean isParked() {
    return !isClosed() && (run == null || run.state().equals("Parked"));
  }

  /** Whether every record is accounted for. */
  boolean isSound() {
    return summary.count(LoadCount.UNEXPLAINED) == 0;
  }

  /** One word, or two. */
  String state() {
    Ending ending = summary.ending();
    if (ending != null) {
      return Choices.word(ending);
    }
    return run == null ? SILENT : run.state();
  }

  /** What a person must know of it: trouble, a pause, a window; null if there is nothing. */
  @Nullable String note() {
    if (isClosed()) {
      return null;
    } else if (run == null) {
      return "Its run was ended in Temporal, or no worker answers. weft load resume "
          + Scope.shortName(summary.load())
          + " --reason \"...\" starts it again where it stopped.";
    } else if (run.trouble() != null) {
      return run.trouble();
    } else if (run.resumesAt() != null) {
      return "Its window opens at " + Times.exact(run.resumesAt()) + ".";
    }
    if (run.order() != null) {
      return "By " + run.order().who() + ": " + run.order().why();
    }
    return lastFailure == null ? null : "Tried again by itself: " + lastFailure;
  }

  /** For scripts. */
  Map<String, Object> json(ReportFiles.@Nullable Written written) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", state());
    json.put("note", note());
    json.put("summary", summary);
    if (isClosed()) {
      json.put("conclusion", summary.conclusion());
    }
    if (written != null) {
      json.put("report", written);
    }
    return json;
  }
}
