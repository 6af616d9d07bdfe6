package io.weft.worker.gateway;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** When each source was last heard of. Thread-safe. */
public final class LastSeen {
  private final Clock clock;
  private final Map<String, Instant> times = new ConcurrentHashMap<>();

  public LastSeen(Clock clock) {
    this.clock = clock;
  }

  /** Notes that a source was heard of just now. */
  void heard(String source) {
    times.put(source, clock.instant());
  }

  /** The times by source, for as long as this process lives; in order of the names. */
  public Map<String, Instant> times() {
    return new TreeMap<>(times);
  }
}
