package io.weft.workflows.load;

import io.weft.workflows.load.InitialLoad.Input;
import io.weft.workflows.load.InitialLoad.State;
import io.weft.workflows.sync.Labels;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The text on the page of a load. */
final class LoadNote {
  private static final int BAR = 30;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** What it does at the moment. */
  enum Doing {
    RUNNING("Running", "works"),
    PAUSING("Pausing", "finishes the records in hand, then pauses"),
    PAUSED("Paused", "paused; nothing is written"),
    WAITING("Waiting", "waits for its window"),
    CANCELLING("Cancelling", "finishes the records in hand, then ends"),
    PARKED("Parked", "waits for a person"),
    COMPLETED("Ended", "complete"),
    CANCELLED("Ended", "cancelled; what was written stays");

    private final String title;
    private final String sentence;

    Doing(String title, String sentence) {
      this.title = title;
      this.sentence = sentence;
    }

    String title() {
      return title;
    }
  }

  private LoadNote() {}

  /** Markdown, without images or HTML. */
  static String text(Input input, Doing doing, State state, @Nullable String note) {
    StringBuilder text = new StringBuilder();
    text.append("### ").append(name(input)).append(": ").append(doing.sentence).append("\n\n");
    LoadPhase phase = state.phase();
    if (phase != null) {
      line(text, "Phase", phase(input, phase));
      line(text, "Progress", progress(state.handled(), state.total()));
    }
    if (doing == Doing.WAITING) {
      Instant opens = state.resumesAt();
      line(text, "Window", opens == null ? "never opens" : "opens at " + TIME.format(opens));
    }
    LoadOrder order = state.order();
    if (order != null) {
      line(text, "Told by " + order.who(), order.why());
    }
    if (state.trouble() != null) {
      line(text, "Trouble", state.trouble());
    }
    if (note != null) {
      line(text, "Found", note);
    }
    line(text, "Started by " + input.choices().who(), input.choices().why());
    return text.append(commands(input)).toString();
  }

  private static String name(Input input) {
    LoadId load = input.load();
    return (input.planOnly() ? "Plan " : "Load ")
        + load.number()
        + " of "
        + Labels.title(load.object()).toLowerCase(Locale.ROOT)
        + " in "
        + load.legalEntity();
  }

  private static String phase(Input input, LoadPhase phase) {
    return switch (phase) {
          case SCAN -> "reads both systems";
          case MATCH -> "finds the records that belong together";
          case REHEARSE -> "works out what would be written; nothing is";
          case APPLY -> "links and writes";
          case VERIFY -> "compares both systems once more";
        }
        + " ("
        + place(phase)
        + " of "
        + (input.planOnly() ? 3 : 4)
        + ")";
  }

  private static int place(LoadPhase phase) {
    return switch (phase) {
      case SCAN -> 1;
      case MATCH -> 2;
      case REHEARSE, APPLY -> 3;
      case VERIFY -> 4;
    };
  }

  /** For example {@code `######------` 20 % (2000 of 10000)}. */
  private static String progress(long handled, long total) {
    if (total <= 0) {
      return handled == 0 ? "begins" : handled + " records";
    }
    long part = Math.min(handled, total);
    int filled = (int) (BAR * part / total);
    return "`"
        + "#".repeat(filled)
        + "-".repeat(BAR - filled)
        + "` "
        + 100 * part / total
        + " % ("
        + handled
        + " of "
        + total
        + ")";
  }

  private static String commands(Input input) {
    String id = input.load().path().substring("load/".length());
    return "\nAccepted here (send a signal): `pause`, `resume`, `cancel`, each with `who` and `why`;"
        + " or `weft load pause "
        + id
        + "` and so on. The numbers: `weft load status "
        + id
        + "`.\n";
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append("- **").append(label).append(":** ").append(value).append('\n');
  }
}
