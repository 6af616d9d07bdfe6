package io.weft.activities.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weft.activities.failure.RemoteException;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;

/** A governor whose time passes by hand, and who asks it. */
abstract class GovernorFixture {
  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  static final Duration NO_WAIT = Duration.ZERO;
  static final Duration LONG_WAIT = Duration.ofMinutes(1);

  private final AtomicLong nanos = new AtomicLong(TimeUnit.DAYS.toNanos(3));
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  Governor governor(int concurrency, int perSecond, Duration maxWait) {
    return new AdaptiveGovernor(
        Side.D365,
        new Limits(concurrency, perSecond, maxWait),
        Clock.fixed(NOW, ZoneOffset.UTC),
        nanos::get,
        () -> 0);
  }

  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  CompletableFuture<Permit> later(Governor governor, Lane lane, List<Lane> order) {
    return CompletableFuture.supplyAsync(
        () -> {
          Permit permit = governor.acquire(new Caller(lane, null), Traffic.READ);
          synchronized (order) {
            order.add(lane);
          }
          return permit;
        },
        threads);
  }

  static RemoteException.Throttled refused(Governor governor, Lane lane) {
    RemoteException.Throttled refused =
        catchThrowableOfType(
            RemoteException.Throttled.class,
            () -> governor.acquire(new Caller(lane, null), Traffic.READ));
    assertThat(refused).isNotNull();
    return refused;
  }

  static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
