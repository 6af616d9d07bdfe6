package io.weft.cli.parked;

import io.weft.cli.Run;
import io.weft.workflows.desk.Answer.ParkedLine;
import io.weft.workflows.failure.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record that waits, as a worker's store or as Temporal's own list knows it.
 *
 * @param workflowId the workflow that takes the instructions
 * @param record path of the pair or record; Temporal knows only the workflow id
 * @param problem null where Temporal was asked: it knows no more than the fingerprint
 * @param since when it parked; null where Temporal was asked
 * @param holdsUp how many other records wait for this one; null where Temporal was asked
 * @param summary Temporal's line about the run; null where a worker was asked
 */
record ParkedRow(
    String workflowId,
    String object,
    @Nullable String legalEntity,
    String record,
    String fingerprint,
    @Nullable Problem problem,
    @Nullable Instant since,
    @Nullable Long holdsUp,
    @Nullable String summary) {

  static ParkedRow of(ParkedLine line) {
    return new ParkedRow(
        line.workflowId(),
        line.object(),
        line.legalEntity(),
        line.record(),
        line.problem().fingerprint(),
        line.problem(),
        line.since(),
        line.holdsUp(),
        null);
  }

  /** A run of a record; pollers and sweeps have no object. */
  static ParkedRow of(Run run, String object) {
    return new ParkedRow(
        run.workflowId(),
        object,
        run.legalEntity(),
        run.workflowId(),
        run.fingerprint() == null ? "unknown" : run.fingerprint(),
        null,
        null,
        null,
        run.summary());
  }

  /** Whether a person who writes this means this row: its workflow, its path, or its key. */
  boolean isMeantBy(String word) {
    return workflowId.equals(word)
        || record.equals(word)
        || endsWith(record, word)
        || endsWith(workflowId, word);
  }

  /** Whether it waits to be introduced: it is in no pair yet. */
  boolean isNew() {
    return workflowId.startsWith("introduce/");
  }

  /** In one sentence, as far as it is known. */
  String what() {
    if (problem != null) {
      return problem.what();
    }
    return summary == null ? "" : summary;
  }

  private static boolean endsWith(String path, String word) {
    int start = path.length() - word.length();
    return start > 0
        && path.charAt(start - 1) == '/'
        && path.regionMatches(true, start, word, 0, word.length());
  }
}
