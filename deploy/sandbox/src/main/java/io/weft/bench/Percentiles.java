package io.weft.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Times, sorted. A percentile is the time that at least so many of a hundred did not exceed. */
record Percentiles(List<Duration> sorted) {
  Percentiles {
    sorted = sorted.stream().sorted().toList();
  }

  int count() {
    return sorted.size();
  }

  /** Throws IllegalStateException if there is nothing, IllegalArgumentException beyond 1 to 100. */
  Duration at(int percent) {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("percentile " + percent + ": 1 to 100 expected");
    }
    if (sorted.isEmpty()) {
      throw new IllegalStateException("nothing was measured");
    }
    int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
    return sorted.get(rank - 1);
  }

  Duration max() {
    return at(100);
  }

  /** {@code p50 82 ms, p95 190 ms, p99 240 ms, max 310 ms}, or that nothing was measured. */
  String words() {
    return sorted.isEmpty()
        ? "nothing was measured"
        : "p50 %s, p95 %s, p99 %s, max %s"
            .formatted(millis(at(50)), millis(at(95)), millis(at(99)), millis(max()));
  }

  /** With one decimal below ten milliseconds. */
  static String millis(Duration duration) {
    double millis = duration.toNanos() / 1e6;
    return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
  }
}
