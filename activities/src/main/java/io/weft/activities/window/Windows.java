package io.weft.activities.window;

import io.weft.activities.window.Window.Span;
import io.weft.workflows.load.LoadActivities.WindowState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** When the loads of one object in one legal entity may work. No clock: the time is given. */
public final class Windows {
  /** At any time. */
  public static final Windows ALWAYS = new Windows(List.of(), true);

  /** At no time. */
  public static final Windows NEVER = new Windows(List.of(), false);

  /** A window that a jump of the clock leaves out once comes a week later. */
  private static final int DAYS_AHEAD = 15;

  private final List<Window> windows;
  private final boolean otherwise;

  private Windows(List<Window> windows, boolean otherwise) {
    this.windows = List.copyOf(windows);
    this.otherwise = otherwise;
  }

  /** In each of these; never in none. */
  public static Windows of(List<Window> windows) {
    return windows.isEmpty() ? NEVER : new Windows(windows, false);
  }

  /**
   * Whether work is allowed at a moment, and until when: windows that touch or overlap count as
   * one. The end is null where nothing changes any more.
   */
  public WindowState at(Instant now) {
    if (windows.isEmpty()) {
      return new WindowState(otherwise, null);
    }
    List<Span> spans = around(now);
    Instant end = now;
    for (Span span : spans) {
      if (!span.start().isAfter(end) && span.end().isAfter(end)) {
        end = span.end();
      }
    }
    return end.isAfter(now) ? open(now, end) : closed(now, spans);
  }

  private static WindowState open(Instant now, Instant end) {
    // Days repeat: what holds for more than a week holds for ever.
    boolean ends = Duration.between(now, end).compareTo(Duration.ofDays(8)) < 0;
    return new WindowState(true, ends ? end : null);
  }

  private static WindowState closed(Instant now, List<Span> spans) {
    return spans.stream()
        .map(Span::start)
        .filter(start -> start.isAfter(now))
        .findFirst()
        .map(start -> new WindowState(false, start))
        .orElseGet(() -> new WindowState(false, null));
  }

  /** What is open now or will be, the earliest first. */
  private List<Span> around(Instant now) {
    List<Span> spans = new ArrayList<>();
    for (Window window : windows) {
      LocalDate today = now.atZone(window.zone()).toLocalDate();
      Stream.iterate(today.minusDays(2), day -> day.plusDays(1))
          .limit(DAYS_AHEAD + 2)
          .flatMap(day -> window.beginningOn(day).stream())
          .filter(span -> span.end().isAfter(now))
          .forEach(spans::add);
    }
    spans.sort(Comparator.comparing(Span::start).thenComparing(Span::end));
    return spans;
  }
}
