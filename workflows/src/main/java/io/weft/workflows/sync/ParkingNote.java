package io.weft.workflows.sync;

import io.weft.workflows.failure.Problem;
import io.weft.workflows.failure.Problems;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The text on the page of a parked run, for the person on call. */
final class ParkingNote {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ParkingNote() {}

  /** Markdown, without images or HTML. */
  static String text(
      Subject subject,
      Problem problem,
      String workflowId,
      Instant since,
      Instant tried,
      int heldUp) {
    StringBuilder text = new StringBuilder();
    text.append("### ").append(headline(problem)).append("\n\n");
    line(text, "Record", "`" + subject.record() + "`");
    line(text, "What happened", problem.what());
    if (problem.field() != null) {
      line(text, "Field", "`" + problem.field() + "`");
    }
    line(text, "Why", Problems.reason(problem.failure()));
    line(text, "What to do", problem.remedy());
    line(text, "Held up by this", heldUp == 0 ? subject.blocks() : records(heldUp));
    line(text, "Since", TIME.format(since) + ", last tried " + TIME.format(tried));
    line(text, "Kind of trouble", "`" + problem.fingerprint() + "`");
    return text.append(commands(problem, workflowId)).toString();
  }

  private static String records(int heldUp) {
    return heldUp
        + (heldUp == 1 ? " record that needs" : " records that need")
        + " this one first; "
        + "releasing it releases them.";
  }

  private static String headline(Problem problem) {
    return problem.healsItself()
        ? "Waits until it heals; tried again by itself, at least every hour"
        : "Waits for a person, as long as it takes";
  }

  private static String commands(Problem problem, String workflowId) {
    return "\n**Accepted here** (send a signal): `retry`, `amend`, `link`, `choose`, `discard`, each"
        + " with `who` and `why`. Correcting the record in its own system releases it as well.\n\n"
        + "- this one: `weft parked retry "
        + workflowId
        + "`\n- all alike: `weft parked retry --fingerprint "
        + problem.fingerprint()
        + "`\n";
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append("- **").append(label).append(":** ").append(value).append('\n');
  }
}
