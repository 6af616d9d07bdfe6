package io.weft.activities.settings;

import io.weft.activities.yaml.YamlNode;
import java.time.Duration;

/** How long one call may take, and after which time nothing of it can land any more. */
final class Horizon {
  /** Ends before the attempt of an activity that makes the call (60 s). */
  static final Duration CALL_TIMEOUT = Duration.ofSeconds(50);

  private static final Duration ATTEMPT = Duration.ofSeconds(60);
  private static final Duration STANDARD = Duration.ofMinutes(5);

  private Horizon() {}

  /** Reads {@code horizon}; one that a request under way could outlive is a problem. */
  static Duration read(YamlNode node, Duration callTimeout) {
    Duration horizon = node.duration("horizon", STANDARD);
    if (horizon.compareTo(ATTEMPT.plus(callTimeout)) < 0) {
      node.child("horizon")
          .problem(
              "ends while a request may still be under way",
              "Write at least " + ATTEMPT.plus(callTimeout).toSeconds() + "s");
    }
    return horizon;
  }
}
