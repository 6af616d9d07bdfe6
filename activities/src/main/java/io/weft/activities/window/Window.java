package io.weft.activities.window;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Some hours on some days, by the clock on the wall of a time zone.
 *
 * @param days the days on which it begins
 * @param to the time at which it ends; not after {@code from}: it ends the day after, so that equal
 *     times make a whole day
 */
public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
  public Window {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a window from " + from + " on no day: at least one day");
    }
    days = Collections.unmodifiableSet(EnumSet.copyOf(days));
  }

  /** From one moment to another; the end is no part of it. */
  record Span(Instant start, Instant end) {}

  /**
   * The span that begins on this day; empty if none does. Where the clock leaves out the time of
   * the beginning or the end, that is the moment of the jump; where it shows it twice, a window
   * begins at the first and ends at the second.
   */
  Optional<Span> beginningOn(LocalDate day) {
    if (!days.contains(day.getDayOfWeek())) {
      return Optional.empty();
    }
    LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
    Instant start = moment(LocalDateTime.of(day, from), Edge.START);
    Instant end = moment(LocalDateTime.of(last, to), Edge.END);
    // Both inside an hour that is left out: there is nothing of it on this day.
    return start.isBefore(end) ? Optional.of(new Span(start, end)) : Optional.empty();
  }

  private enum Edge {
    START,
    END
  }

  private Instant moment(LocalDateTime wall, Edge edge) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wall);
    if (offsets.isEmpty()) {
      ZoneOffsetTransition jump = zone.getRules().getTransition(wall);
      return Objects.requireNonNull(jump).getInstant();
    }
    int which = edge == Edge.START ? 0 : offsets.size() - 1;
    return wall.toInstant(offsets.get(which));
  }
}
