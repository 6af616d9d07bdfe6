package io.weft.workflows.poll;

import io.weft.workflows.poll.PollActivities.FeedLine;

/** The text on the page of a poller or a sweep. */
final class PollNote {
  /** What it does at the moment. */
  enum Doing {
    FOLLOWING("Following"),
    RESTING("Resting"),
    PAUSING("Pausing"),
    PAUSED("Paused"),
    TROUBLED("Troubled");

    private final String title;

    Doing(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  private PollNote() {}

  /** Markdown, without images or HTML. */
  static String text(String scope, Doing doing, PollState state) {
    StringBuilder text = new StringBuilder();
    text.append("### ").append(scope).append(": ").append(sentence(doing)).append("\n\n");
    PollOrder order = state.order();
    if (order != null) {
      text.append("- **Paused by** ").append(order.who()).append(": ").append(order.why());
      text.append(". The signal `resume` lifts it.\n");
    }
    if (state.trouble() != null) {
      text.append("- **Trouble:** ").append(state.trouble()).append('\n');
    }
    text.append("- **Turns finished:** ").append(state.turns());
    text.append(state.lastTurn() == null ? "" : ", the last at " + state.lastTurn()).append('\n');
    state.feeds().forEach(feed -> text.append(line(feed)));
    return text.append("\nAccepted here: `pause`, `resume`, `reset`, each with `who` and `why`.\n")
        .toString();
  }

  private static String sentence(Doing doing) {
    return switch (doing) {
      case FOLLOWING -> "reads the feeds";
      case RESTING -> "rests until its next turn";
      case PAUSING -> "stops reading";
      case PAUSED -> "paused; changes wait where they were made";
      case TROUBLED -> "the last turn failed; tried again within minutes";
    };
  }

  private static String line(FeedLine feed) {
    return "- `"
        + feed.feed()
        + "`: read to its end "
        + feed.lastSuccess()
        + "; "
        + feed.rows()
        + " rows, "
        + feed.echoes()
        + " of our own, "
        + feed.hints()
        + " hints\n";
  }
}
