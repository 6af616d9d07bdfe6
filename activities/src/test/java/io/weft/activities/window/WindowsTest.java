package io.weft.activities.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.workflows.load.LoadActivities.WindowState;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In 2026 Berlin puts its clocks forward on 29 March and back on 25 October, at 01:00 UTC. */
class WindowsTest {
  private static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  @ParameterizedTest(name = "{0}-{1} {2} at {3}: {4} until {5}")
  @CsvSource({
    // by day
    "08:00, 17:00, UTC, 2026-06-10T07:59:59Z, closed, 2026-06-10T08:00:00Z",
    "08:00, 17:00, UTC, 2026-06-10T08:00:00Z, open, 2026-06-10T17:00:00Z",
    "08:00, 17:00, UTC, 2026-06-10T16:59:59Z, open, 2026-06-10T17:00:00Z",
    "08:00, 17:00, UTC, 2026-06-10T17:00:00Z, closed, 2026-06-11T08:00:00Z",
    // over midnight, in another zone
    "20:00, 06:00, Europe/Berlin, 2026-06-10T17:59:00Z, closed, 2026-06-10T18:00:00Z",
    "20:00, 06:00, Europe/Berlin, 2026-06-10T22:30:00Z, open, 2026-06-11T04:00:00Z",
    "20:00, 06:00, America/New_York, 2026-06-11T00:30:00Z, open, 2026-06-11T10:00:00Z",
    "20:00, 06:00, Pacific/Auckland, 2026-06-10T09:00:00Z, open, 2026-06-10T18:00:00Z",
    // the night in which the clocks are put forward is an hour shorter
    "20:00, 06:00, Europe/Berlin, 2026-03-28T19:00:00Z, open, 2026-03-29T04:00:00Z",
    // and that in which they are put back an hour longer
    "20:00, 06:00, Europe/Berlin, 2026-10-24T18:00:00Z, open, 2026-10-25T05:00:00Z",
    // begins in the hour that is left out: at the jump
    "02:30, 06:00, Europe/Berlin, 2026-03-29T00:30:00Z, closed, 2026-03-29T01:00:00Z",
    "02:30, 06:00, Europe/Berlin, 2026-03-29T01:00:00Z, open, 2026-03-29T04:00:00Z",
    // ends in it: at the jump
    "01:00, 02:30, Europe/Berlin, 2026-03-29T00:59:00Z, open, 2026-03-29T01:00:00Z",
    "01:00, 02:30, Europe/Berlin, 2026-03-29T01:00:00Z, closed, 2026-03-29T23:00:00Z",
    // lies in it: not on this day
    "02:15, 02:45, Europe/Berlin, 2026-03-29T00:30:00Z, closed, 2026-03-30T00:15:00Z",
    // the hour that comes twice belongs to it twice
    "01:00, 02:30, Europe/Berlin, 2026-10-25T00:45:00Z, open, 2026-10-25T01:30:00Z",
    "02:30, 06:00, Europe/Berlin, 2026-10-25T00:30:00Z, open, 2026-10-25T05:00:00Z",
    "02:15, 02:45, Europe/Berlin, 2026-10-25T01:00:00Z, open, 2026-10-25T01:45:00Z",
    // equal times are a whole day, and whole days all of the time
    "09:00, 09:00, UTC, 2026-06-10T09:00:00Z, open, ",
    "00:00, 00:00, Europe/Berlin, 2026-03-29T00:30:00Z, open, "
  })
  void dailyWindows(
      LocalTime from, LocalTime to, ZoneId zone, Instant at, String state, Instant until) {
    Windows windows = Windows.of(List.of(new Window(DAILY, from, to, zone)));

    assertThat(windows.at(at)).isEqualTo(new WindowState(state.equals("open"), until));
  }

  @ParameterizedTest(name = "weekend nights at {0}: {1} until {2}")
  @CsvSource({
    // 13 June 2026 is a Saturday; Sunday's night ends on Monday
    "2026-06-11T20:00:00Z, closed, 2026-06-13T20:00:00Z",
    "2026-06-14T03:00:00Z, open, 2026-06-14T04:00:00Z",
    "2026-06-14T04:00:00Z, closed, 2026-06-14T20:00:00Z",
    "2026-06-15T03:59:59Z, open, 2026-06-15T04:00:00Z",
    "2026-06-15T04:00:00Z, closed, 2026-06-20T20:00:00Z"
  })
  void daysAreThoseOnWhichItBegins(Instant at, String state, Instant until) {
    Windows windows = Windows.of(List.of(window(WEEKEND, "20:00", "04:00")));

    assertThat(windows.at(at)).isEqualTo(new WindowState(state.equals("open"), until));
  }

  @Test
  void windowsThatTouchOrOverlapAreOne() {
    Windows windows =
        Windows.of(
            List.of(
                window(WEEKEND, "00:00", "00:00"),
                window(DAILY, "20:00", "00:00"),
                window(DAILY, "23:00", "06:00")));

    // Friday evening: through the weekend, to Monday morning
    assertThat(windows.at(Instant.parse("2026-06-12T21:00:00Z")))
        .isEqualTo(new WindowState(true, Instant.parse("2026-06-15T06:00:00Z")));
  }

  @Test
  void aWindowThatAJumpLeavesOutComesAWeekLater() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Window early =
        new Window(EnumSet.of(DayOfWeek.SUNDAY), LocalTime.of(2, 15), LocalTime.of(2, 45), berlin);

    assertThat(Windows.of(List.of(early)).at(Instant.parse("2026-03-24T12:00:00Z")))
        .isEqualTo(new WindowState(false, Instant.parse("2026-04-05T00:15:00Z")));
  }

  @Test
  void alwaysAndNeverDoNotEnd() {
    assertThat(Windows.ALWAYS.at(Instant.EPOCH)).isEqualTo(new WindowState(true, null));
    assertThat(Windows.NEVER.at(Instant.EPOCH)).isEqualTo(new WindowState(false, null));
    assertThat(Windows.of(List.of())).isSameAs(Windows.NEVER);
  }

  @Test
  void aWindowWithoutADayIsRefused() {
    Set<DayOfWeek> none = EnumSet.noneOf(DayOfWeek.class);

    assertThatThrownBy(() -> new Window(none, LocalTime.NOON, LocalTime.NOON, ZoneId.of("UTC")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("day");
  }

  /** Whoever sleeps until the named moment finds the other state there, on every day of a year. */
  @Test
  void theNamedMomentIsAlwaysAChangeAndNoneIsMissed() {
    Windows windows =
        Windows.of(
            List.of(
                new Window(
                    WEEKEND, LocalTime.of(1, 30), LocalTime.of(2, 30), ZoneId.of("Europe/Berlin")),
                new Window(
                    DAILY,
                    LocalTime.of(22, 0),
                    LocalTime.of(2, 45),
                    ZoneId.of("America/Chicago"))));
    Instant at = Instant.parse("2026-01-01T00:00:00Z");
    Instant end = Instant.parse("2027-01-01T00:00:00Z");

    while (at.isBefore(end)) {
      WindowState state = windows.at(at);
      Instant until = state.until();

      assertThat(until).isAfter(at);
      assertThat(windows.at(until).open()).as("at %s", until).isNotEqualTo(state.open());
      for (Instant inside = at; inside.isBefore(until); inside = inside.plus(step(at, until))) {
        assertThat(windows.at(inside)).as("at %s", inside).isEqualTo(state);
      }
      at = until;
    }
  }

  private static Duration step(Instant from, Instant to) {
    return Duration.between(from, to).dividedBy(3).plusSeconds(1);
  }

  private static Window window(Set<DayOfWeek> days, String from, String to) {
    return new Window(days, LocalTime.parse(from), LocalTime.parse(to), ZoneId.of("UTC"));
  }
}
