package io.weft.cli.load;

import io.weft.cli.ExitCodes;
import io.weft.cli.Output;
import io.weft.cli.Session;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.load.LoadActivities.Ending;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.load.LoadPhase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a load again and again until it is closed or waits for a person. On a terminal one line
 * moves; elsewhere a line is written whenever the phase or the state has changed, and now and then.
 */
final class Watch {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final int LOOKS_PER_LINE = 15;

  private final Session session;
  private @Nullable LoadPhase phase;
  private @Nullable String state;
  private int looks;

  Watch(Session session) {
    this.session = session;
  }

  /**
   * Shows its numbers at the end, and writes the report if a folder is given. A load that is parked
   * ends the watch, too, as a failure; it is not cancelled by that, nor when the process ends.
   */
  int untilClosed(LoadId load, @Nullable Path out) {
    Output output = session.output();
    if (session.terminal().isInteractive()) {
      output.note("Ctrl-C ends the watch, not the load.");
    }
    Standing standing = opened(load);
    while (!standing.isClosed() && !standing.isParked()) {
      show(standing);
      session.rest(BETWEEN_LOOKS);
      standing = Standing.of(session, load);
    }
    output.progressDone();
    return end(standing, out);
  }

  /**
   * Waits until a load that was just started is open, but not for ever.
   *
   * @throws io.weft.cli.CommandFailure saying why, if it cannot begin
   */
  void untilOpened(LoadId load) {
    for (int i = 0; i < LOOKS_PER_LINE && Standing.find(session, load).isEmpty(); i++) {
      session.rest(BETWEEN_LOOKS);
    }
  }

  private Standing opened(LoadId load) {
    Optional<Standing> found = Standing.find(session, load);
    while (found.isEmpty()) {
      session.rest(BETWEEN_LOOKS);
      found = Standing.find(session, load);
    }
    return found.get();
  }

  private int end(Standing standing, @Nullable Path out) {
    ReportFiles.Written written =
        out != null && standing.isClosed()
            ? new ReportFiles(session).write(standing.summary(), out)
            : null;
    session.show(
        standing.json(written),
        () -> {
          new SummaryText(session.output()).show(standing);
          if (written != null) {
            session.output().note("Report: " + written.csv() + " and " + written.json());
          }
        });
    boolean good = standing.summary().ending() == Ending.COMPLETED;
    return good && standing.isSound() ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  private void show(Standing standing) {
    String line = ProgressLine.told(standing);
    if (session.terminal().isInteractive()) {
      session.output().progress(line);
      return;
    }
    boolean changed =
        standing.summary().phase() != phase || !Objects.equals(standing.state(), state);
    if (changed || looks % LOOKS_PER_LINE == 0) {
      session.output().note(line);
    }
    looks++;
    phase = standing.summary().phase();
    state = standing.state();
  }

  /** What the store and the run say of one load. */
  static Answer.LoadStatus ask(Session session, LoadId load) {
    return session.ask(new Question.LoadStatus(load), Answer.LoadStatus.class);
  }
}
