package io.weft.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FaultsTest {
  private Instant now = Instant.parse("2026-02-03T10:00:00Z");
  private final Faults faults = Faults.seeded(7, new MovableClock());

  private boolean strikes(String system, String method, String set) {
    return faults.strike(Fault.Phase.INSTEAD, system, method, set) != null;
  }

  @Test
  void strikesOnceUnlessToldOtherwise() {
    faults.inject(Map.of("name", "throttle"));

    assertThat(strikes("d365", "GET", "CustomersV3")).isTrue();
    assertThat(strikes("d365", "GET", "CustomersV3")).isFalse();
  }

  @Test
  void strikesForAWhile() {
    faults.inject(Map.of("name", "throttle", "seconds", 10));
    assertThat(strikes("d365", "GET", "CustomersV3")).isTrue();
    assertThat(strikes("d365", "GET", "CustomersV3")).isTrue();

    now = now.plusSeconds(11);

    assertThat(strikes("d365", "GET", "CustomersV3")).isFalse();
  }

  @Test
  void strikesWhereItShould() {
    faults.inject(
        Map.of("name", "throttle", "system", "d365", "method", "PATCH", "set", "CustomersV3"));

    assertThat(strikes("creatio", "PATCH", "CustomersV3")).isFalse();
    assertThat(strikes("d365", "GET", "CustomersV3")).isFalse();
    assertThat(strikes("d365", "PATCH", "VendorsV2")).isFalse();
    assertThat(strikes("d365", "PATCH", "CustomersV3")).isTrue();
  }

  @Test
  void strikesByChanceAsOftenInEveryRun() {
    faults.inject(Map.of("name", "throttle", "probability", 0.3));
    Faults twin = Faults.seeded(7, new MovableClock());
    twin.inject(Map.of("name", "throttle", "probability", 0.3));
    List<Boolean> mine = new ArrayList<>();
    List<Boolean> theirs = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      mine.add(strikes("d365", "GET", "CustomersV3"));
      theirs.add(twin.strike(Fault.Phase.INSTEAD, "d365", "GET", "CustomersV3") != null);
    }

    assertThat(mine).isEqualTo(theirs);
    assertThat(mine.stream().filter(struck -> struck).count()).isBetween(40L, 80L);
  }

  @Test
  void bendsOneClockOnly() {
    faults.inject(Map.of("name", "clock-skew", "system", "d365", "skewMs", 5000));

    assertThat(faults.skew("d365")).isEqualTo(Duration.ofSeconds(5));
    assertThat(faults.skew("creatio")).isZero();
  }

  private final class MovableClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
