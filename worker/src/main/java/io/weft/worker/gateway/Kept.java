package io.weft.worker.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is asked for anew only when it has become old. Thread-safe. */
final class Kept<T> {
  private final Supplier<T> source;
  private final Duration span;
  private final Clock clock;
  private @Nullable T value;
  private Instant at = Instant.EPOCH;

  Kept(Supplier<T> source, Duration span, Clock clock) {
    this.source = source;
    this.span = span;
    this.clock = clock;
  }

  synchronized T get() {
    Instant now = clock.instant();
    T known = value;
    if (known != null && at.plus(span).isAfter(now)) {
      return known;
    }
    T fresh = source.get();
    value = fresh;
    at = now;
    return fresh;
  }
}
