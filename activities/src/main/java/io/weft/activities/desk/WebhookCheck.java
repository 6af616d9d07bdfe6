package io.weft.activities.desk;

import io.weft.activities.poll.Age;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** When Creatio last told us of a change by itself. Without it the sweep still finds changes. */
public final class WebhookCheck implements Check {
  private static final Duration LONG = Duration.ofDays(1);

  private final Supplier<Optional<Instant>> lastSeen;
  private final Clock clock;

  public WebhookCheck(Supplier<Optional<Instant>> lastSeen, Clock clock) {
    this.lastSeen = lastSeen;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "Webhook";
  }

  @Override
  public @Nullable Side system() {
    return null;
  }

  @Override
  public List<Finding> look() {
    Instant last = lastSeen.get().orElse(null);
    String age = Age.of(last, clock.instant());
    if (last == null) {
      return List.of(
          Finding.warn(
              "Creatio",
              "No change was ever announced to us; the sweep finds them later.",
              "Set up the business process that calls our gateway, and change a record."));
    }
    boolean old = Duration.between(last, clock.instant()).compareTo(LONG) > 0;
    return List.of(
        old
            ? Finding.warn(
                "Creatio",
                "The last change was announced " + age + ".",
                "Change a record; if nothing arrives, look into Creatio's process log.")
            : Finding.ok("Creatio", "The last change was announced " + age + "."));
  }
}
