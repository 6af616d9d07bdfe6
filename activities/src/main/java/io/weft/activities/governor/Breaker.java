package io.weft.activities.governor;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Whether a system is there at all. After ten silences in a row it is asked once every ten seconds,
 * by one request, until that one is answered. Guarded by its governor's lock.
 */
final class Breaker {
  static final Duration INTERVAL = Duration.ofSeconds(10);

  private static final int SILENCES = 10;
  private static final int ALL = 100;

  private final CircuitBreaker breaker;
  private final LongSupplier nanos;
  private long probeAt;
  private long opened;

  Breaker(String name, LongSupplier nanos) {
    this.nanos = nanos;
    this.probeAt = nanos.getAsLong();
    this.breaker = CircuitBreaker.of(name, config(nanos));
    breaker.getEventPublisher().onStateTransition(e -> moved(e.getStateTransition().getToState()));
  }

  private static CircuitBreakerConfig config(LongSupplier nanos) {
    return CircuitBreakerConfig.custom()
        .slidingWindow(SILENCES, SILENCES, SlidingWindowType.COUNT_BASED)
        .failureRateThreshold(ALL)
        .permittedNumberOfCallsInHalfOpenState(1)
        .waitDurationInOpenState(INTERVAL.minusMillis(1)) // ready when we say so
        .clock(new NanoClock(nanos))
        .currentTimestampFunction(clock -> nanos.getAsLong(), TimeUnit.NANOSECONDS)
        .build();
  }

  private void moved(CircuitBreaker.State state) {
    if (state == CircuitBreaker.State.OPEN) {
      opened++;
      probeAt = nanos.getAsLong() + INTERVAL.toNanos();
    }
  }

  GovernorState.Breaker state() {
    return switch (breaker.getState()) {
      case CLOSED, DISABLED, METRICS_ONLY -> GovernorState.Breaker.CLOSED;
      case OPEN, FORCED_OPEN -> GovernorState.Breaker.OPEN;
      case HALF_OPEN -> GovernorState.Breaker.PROBING;
    };
  }

  /** Leave for one request; where it is the one that asks, {@link #unused} gives it back. */
  boolean permits() {
    return breaker.tryAcquirePermission();
  }

  /** Whether anybody may go at present: not while it is open, nor while another one is asking. */
  boolean isShut() {
    return switch (state()) {
      case CLOSED -> false;
      case OPEN -> untilProbe() > 0;
      case PROBING -> true;
    };
  }

  /** Nanoseconds until the next one may ask; never none, because an answer to this one is near. */
  long untilProbe() {
    long left = probeAt - nanos.getAsLong();
    return state() == GovernorState.Breaker.PROBING ? Math.max(left, INTERVAL.toNanos()) : left;
  }

  /** How often it opened since the start, probes without an answer included. */
  long opened() {
    return opened;
  }

  void answered() {
    breaker.onSuccess(0, TimeUnit.NANOSECONDS);
  }

  void failed() {
    breaker.onError(0, TimeUnit.NANOSECONDS, new Silence());
  }

  void unused() {
    breaker.releasePermission();
  }

  /** What the library wants to be told; nobody ever sees it. */
  private static final class Silence extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Silence() {
      super("no answer", null, false, false);
    }
  }

  /** Time as the governor measures it, in the form that the library asks for. */
  private static final class NanoClock extends Clock {
    private final LongSupplier nanos;

    NanoClock(LongSupplier nanos) {
      this.nanos = nanos;
    }

    @Override
    public Instant instant() {
      return Instant.EPOCH.plusNanos(nanos.getAsLong());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
