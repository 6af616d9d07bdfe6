package io.weft.cli.load;

import io.weft.cli.Texts;
import io.weft.workflows.load.LoadPhase;
import io.weft.workflows.load.LoadSummary;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a load is, in one line. */
final class ProgressLine {
  private static final int BAR = 24;

  private ProgressLine() {}

  /** For example {@code apply [####----] 50 % 500 of 1,000, 620/min, 3 errors, 1 minute left}. */
  static String of(Standing standing) {
    LoadSummary summary = standing.summary();
    StringBuilder line = new StringBuilder(phase(summary.phase()));
    line.append(' ').append(bar(summary.handled(), summary.total()));
    if (!standing.state().equals("Running")) {
      return line.append(", ").append(standing.state()).toString();
    }
    if (summary.recordsPerMinute() > 0) {
      line.append(", ").append(number(summary.recordsPerMinute())).append("/min");
    }
    long errors = summary.troubles().stream().mapToLong(LoadSummary.Group::records).sum();
    if (errors > 0) {
      line.append(", ").append(Texts.count(errors, "error")).append(" of ");
      line.append(Texts.count(summary.troubles().size(), "kind"));
    }
    Long left = summary.secondsLeft();
    line.append(left == null ? "" : ", " + time(left) + " left");
    return line.toString();
  }

  /** The same with what a person must know of it. */
  static String told(Standing standing) {
    return of(standing) + (standing.note() == null ? "" : ": " + standing.note());
  }

  /** For example {@code [######------------------] 25 % 250 of 1,000}. */
  static String bar(long handled, long total) {
    if (total <= 0) {
      return number(handled) + " so far";
    }
    long part = Math.min(handled, total);
    int filled = (int) (BAR * part / total);
    return "["
        + "#".repeat(filled)
        + "-".repeat(BAR - filled)
        + "] "
        + 100 * part / total
        + " % "
        + number(handled)
        + " of "
        + number(total);
  }

  static String phase(@Nullable LoadPhase phase) {
    return phase == null ? "opening" : Choices.word(phase);
  }

  /** With a comma between thousands. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** For example {@code 45 s}, {@code 12 min}, {@code 3 h 20 min}. */
  static String time(long seconds) {
    Duration time = Duration.ofSeconds(seconds);
    if (seconds < 90) {
      return seconds + " s";
    } else if (time.toHours() < 1) {
      return (seconds + 59) / 60 + " min";
    }
    return time.toHours() + " h " + time.toMinutesPart() + " min";
  }
}
