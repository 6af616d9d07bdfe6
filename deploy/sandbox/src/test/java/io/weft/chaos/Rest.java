package io.weft.chaos;

import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The end of a storm: waited for, and looked at once more. */
final class Rest {
  private static final Duration PATIENCE = Duration.ofMinutes(7);

  private final Stage stage;

  Rest(Stage stage) {
    this.stage = stage;
  }

  /** Waits until nothing is under way; says what still is when patience ends. */
  String come() {
    Instant peace = Instant.now();
    Quiet quiet = new Quiet(stage);
    try {
      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> quiet.lasts() && swept(peace));
      return "at rest";
    } catch (ConditionTimeoutException e) {
      return "no rest: "
          + quiet
          + ", swept "
          + stage.store.swept()
          + "\n"
          + stage.temporal.standstill();
    }
  }

  /** Waits until all feeds were followed once more, and what they brought is seen to. */
  String sweepAgain() {
    Instant now = Instant.now();
    try {
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> swept(now) && stage.store.isIdle());
      return ", swept again";
    } catch (ConditionTimeoutException e) {
      return ", no sweep at rest";
    }
  }

  private boolean swept(Instant since) {
    return stage.store.swept() > since.toEpochMilli() * 1000;
  }
}
