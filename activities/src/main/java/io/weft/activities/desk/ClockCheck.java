package io.weft.activities.desk;

import io.weft.activities.poll.Age;
import io.weft.workflows.record.Side;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether a system's clock and ours agree: "newest wins" compares times of both. */
public final class ClockCheck implements Check {
  /** A {@code Date} header has whole seconds. */
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  private final Side side;
  private final Supplier<Optional<Duration>> ahead;

  /**
   * A check.
   *
   * @param ahead {@link ServerClock#ahead}
   */
  public ClockCheck(Side side, Supplier<Optional<Duration>> ahead) {
    this.side = side;
    this.ahead = ahead;
  }

  @Override
  public String name() {
    return "Clock of " + side.title();
  }

  @Override
  public Side system() {
    return side;
  }

  @Override
  public List<Finding> look() {
    Duration skew = ahead.get().orElse(null);
    if (skew == null) {
      return List.of(Finding.ok(side.title(), "It does not tell its time."));
    }
    if (skew.abs().compareTo(TOLERANCE) <= 0) {
      return List.of(Finding.ok(side.title(), "Its clock and ours agree."));
    }
    String what =
        "Its clock is "
            + Age.words(skew.abs())
            + (skew.isNegative() ? " behind ours." : " ahead of ours.");
    return List.of(Finding.warn(side.title(), what, "Set the clock of this machine by NTP."));
  }
}
