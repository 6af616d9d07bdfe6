package io.weft.worker.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Message ids that were dealt with lately, so that a repeated delivery is answered and not stored
 * again. Bounded: under a flood the oldest are forgotten first, and a hint stored twice is
 * harmless. Thread-safe.
 */
final class ReplayMemory {
  private static final int LARGEST = 50_000;

  private final Clock clock;
  private final Duration span;
  private final Map<String, Instant> seen = new LinkedHashMap<>();

  ReplayMemory(Clock clock, Duration span) {
    this.clock = clock;
    this.span = span;
  }

  synchronized boolean knows(String id) {
    forgetOld();
    return seen.containsKey(id);
  }

  /** Remembers an id; to be called once its hints are safe. */
  synchronized void remember(String id) {
    seen.putIfAbsent(id, clock.instant());
    forgetOld();
  }

  private void forgetOld() {
    Instant oldest = clock.instant().minus(span);
    Iterator<Instant> times = seen.values().iterator();
    while (times.hasNext()) {
      boolean old = times.next().isBefore(oldest);
      if (!old && seen.size() <= LARGEST) {
        return; // in order of time: all that follow are younger
      }
      times.remove();
    }
  }
}
