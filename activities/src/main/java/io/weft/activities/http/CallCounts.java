package io.weft.activities.http;

import io.weft.workflows.record.Side;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** How many requests went to each system since the start, and what came of them. Thread-safe. */
public final class CallCounts {
  private final Map<Side, Counter> counters = new ConcurrentSkipListMap<>();

  /** An empty count for both systems. */
  public CallCounts() {
    for (Side side : Side.values()) {
      counters.put(side, new Counter());
    }
  }

  void count(Side system, Kind kind, String outcome, Duration took) {
    Counter counter = of(system);
    (kind.writes() ? counter.writes : counter.reads).increment();
    counter.nanos.add(took.toNanos());
    counter.outcomes.computeIfAbsent(outcome, name -> new LongAdder()).increment();
  }

  /** The count of one system so far. */
  public Counts counts(Side system) {
    Counter counter = of(system);
    Map<String, Long> outcomes = new TreeMap<>();
    counter.outcomes.forEach((name, number) -> outcomes.put(name, number.sum()));
    return new Counts(
        counter.reads.sum(), counter.writes.sum(), Duration.ofNanos(counter.nanos.sum()), outcomes);
  }

  private Counter of(Side system) {
    return counters.computeIfAbsent(system, side -> new Counter());
  }

  /**
   * One system's count.
   *
   * @param time from sending to the end of the answer, added up
   * @param outcomes how many by failure type, {@code ok} among them
   */
  public record Counts(long reads, long writes, Duration time, Map<String, Long> outcomes) {
    public Counts {
      outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
    }

    /** Requests sent. */
    public long total() {
      return reads + writes;
    }
  }

  private static final class Counter {
    private final LongAdder reads = new LongAdder();
    private final LongAdder writes = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();
  }
}
