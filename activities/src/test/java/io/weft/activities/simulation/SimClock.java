package io.weft.activities.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that moves when told to, and by a millisecond at every look, so that stamps differ. */
final class SimClock extends Clock {
  private Instant now = Instant.parse("2026-01-05T08:00:00Z");

  @Override
  public Instant instant() {
    now = now.plusMillis(1);
    return now;
  }

  Instant peek() {
    return now;
  }

  void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
