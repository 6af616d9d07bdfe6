package io.weft.worker.gateway;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether this worker can do its duty. Without the store it cannot take hints and is not ready;
 * without Temporal or with silent feeds it is degraded, but still the right place for hints.
 * Answers are kept for a moment, so that a flood of questions asks nobody else. Thread-safe.
 */
public final class Health {
  private static final Duration KEPT = Duration.ofSeconds(2);

  private final List<Probe> probes;
  private final Clock clock;
  private @Nullable Report last;
  private volatile boolean draining;

  public Health(List<Probe> probes, Clock clock) {
    this.probes = List.copyOf(probes);
    this.clock = clock;
  }

  /** One thing to look at. */
  public interface Probe {
    /** Its name on screen. */
    String name();

    /** Whether the worker is of no use while it fails. */
    boolean vital();

    /** One sentence on how it is; throws a RuntimeException, whose message says what is wrong. */
    String look();
  }

  /** What was found. */
  public record Report(Instant at, boolean ready, Map<String, String> findings, boolean degraded) {}

  /** How things stand, at most two seconds old. */
  public synchronized Report report() {
    Report known = last;
    Instant now = clock.instant();
    if (known != null && known.at().plus(KEPT).isAfter(now)) {
      return known;
    }
    Report fresh = look(now);
    last = fresh;
    return fresh;
  }

  /** Not ready from now on. */
  void drain() {
    draining = true;
  }

  /** Answers a readiness probe: 200 or 503, with a line on each thing looked at. */
  void answer(Context context) {
    Report report = report();
    Map<String, Object> answer = new LinkedHashMap<>();
    boolean ready = report.ready() && !draining;
    answer.put("status", draining ? "stopping" : word(report));
    answer.putAll(report.findings());
    context.status(ready ? 200 : 503).json(answer);
  }

  private static String word(Report report) {
    return !report.ready() ? "down" : report.degraded() ? "degraded" : "up";
  }

  private Report look(Instant now) {
    Map<String, String> findings = new LinkedHashMap<>();
    boolean ready = true;
    boolean degraded = false;
    for (Probe probe : probes) {
      try {
        findings.put(probe.name(), probe.look());
      } catch (RuntimeException e) {
        findings.put(probe.name(), "failing: " + e.getMessage());
        degraded = true;
        ready &= !probe.vital();
      }
    }
    return new Report(now, ready, findings, degraded);
  }
}
