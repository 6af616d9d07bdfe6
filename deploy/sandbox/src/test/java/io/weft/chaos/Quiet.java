package io.weft.chaos;

import java.time.Duration;
import java.time.Instant;

/** Whether nothing has happened for a while, and nothing is under way. */
final class Quiet {
  /** Longer than a sweep's interval, which may tell of something once more. */
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Stage stage;
  private long journal = -1;
  private long hints = -1;
  private long inFlight;
  private long openIntents;
  private Instant since = Instant.now();

  Quiet(Stage stage) {
    this.stage = stage;
  }

  boolean lasts() {
    long journalNow = stage.view.last();
    long hintsNow = stage.store.number("SELECT COUNT(*) FROM hint");
    inFlight = stage.store.inFlight();
    openIntents = stage.store.openIntents();
    if (journalNow != journal || hintsNow != hints || inFlight > 0 || openIntents > 0) {
      since = Instant.now();
    }
    journal = journalNow;
    hints = hintsNow;
    return Duration.between(since, Instant.now()).compareTo(LONG) > 0;
  }

  @Override
  public String toString() {
    return inFlight + " hints in flight, " + openIntents + " intents open, journal at " + journal;
  }
}
