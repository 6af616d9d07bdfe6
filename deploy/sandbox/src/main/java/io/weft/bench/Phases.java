package io.weft.bench;

import io.weft.workflows.load.LoadPhase;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When a load was first seen in each phase, and how much it had to do there. */
final class Phases {
  private final Map<LoadPhase, Long> begun = new EnumMap<>(LoadPhase.class);
  private final Map<LoadPhase, Long> totals = new EnumMap<>(LoadPhase.class);
  private @Nullable LoadPhase last;
  private long seen;

  /** Notes what a look found; nanos are of any one clock. */
  void see(LoadPhase phase, long total, long nanos) {
    begun.putIfAbsent(phase, nanos);
    totals.merge(phase, total, Math::max);
    last = phase;
    seen = nanos;
  }

  /** The time from the first look in a phase to the first in the next, or to the last look. */
  Duration time(LoadPhase phase) {
    Long from = begun.get(phase);
    if (from == null) {
      return Duration.ZERO;
    }
    long to =
        begun.entrySet().stream()
            .filter(other -> other.getKey().compareTo(phase) > 0)
            .mapToLong(Map.Entry::getValue)
            .min()
            .orElse(seen);
    return Duration.ofNanos(to - from);
  }

  /** The most that it had to do in a phase. */
  long total(LoadPhase phase) {
    return totals.getOrDefault(phase, 0L);
  }

  /** {@code APPLY}, or nothing yet. */
  String reached() {
    return last == null ? "no phase yet" : last.name();
  }
}
