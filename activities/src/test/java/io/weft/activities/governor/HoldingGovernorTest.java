package io.weft.activities.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weft.activities.failure.RemoteException;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HoldingGovernorTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Duration NO_WAIT = Duration.ZERO;
  private static final Duration LONG_WAIT = Duration.ofMinutes(1);

  private final AtomicLong nanos = new AtomicLong(TimeUnit.DAYS.toNanos(3));
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void refusesWhatFindsNoPlaceInTime() {
    Governor governor = governor(2, 100, NO_WAIT);
    governor.acquire(Lane.LIVE);
    governor.acquire(Lane.LIVE);

    RemoteException.Throttled refused = refused(governor, Lane.LIVE);

    assertThat(refused).hasMessageContaining("2 in flight");
    assertThat(governor.state().refused()).isEqualTo(1);
    assertThat(governor.state().waitingLive()).isZero();
  }

  @Test
  void aClosedPermitFreesItsPlaceOnce() {
    Governor governor = governor(1, 100, NO_WAIT);
    Permit permit = governor.acquire(Lane.LIVE);

    permit.close();
    permit.close();

    governor.acquire(Lane.LIVE);
    assertThat(governor.state().inFlight()).isEqualTo(1);
    refused(governor, Lane.LIVE);
  }

  @Test
  void bulkTakesAtMostHalf() {
    Governor governor = governor(4, 100, NO_WAIT);
    governor.acquire(Lane.BULK);
    governor.acquire(Lane.BULK);

    refused(governor, Lane.BULK);

    governor.acquire(Lane.LIVE);
    assertThat(governor.state().inFlight()).isEqualTo(3);
  }

  @Test
  void bulkYieldsToLiveWorkThatWaits() throws Exception {
    Governor governor = governor(1, 100, LONG_WAIT);
    Permit first = governor.acquire(Lane.LIVE);
    List<Lane> order = new ArrayList<>();
    CompletableFuture<Permit> bulk = later(governor, Lane.BULK, order);
    until(() -> governor.state().waitingBulk() == 1);
    CompletableFuture<Permit> live = later(governor, Lane.LIVE, order);
    until(() -> governor.state().waitingLive() == 1);

    first.close();
    live.get(10, TimeUnit.SECONDS).close();
    bulk.get(10, TimeUnit.SECONDS).close();

    assertThat(order).containsExactly(Lane.LIVE, Lane.BULK);
  }

  @Test
  void aPauseHoldsTheWholeConnection() {
    Governor governor = governor(10, 100, Duration.ofSeconds(5));
    try (Permit permit = governor.acquire(Lane.BULK)) {
      permit.throttled(Duration.ofSeconds(17));
    }

    RemoteException.Throttled refused = refused(governor, Lane.LIVE);

    assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(17));
    assertThat(governor.state().heldUntil()).isEqualTo(NOW.plusSeconds(17));
    assertThat(governor.state().throttledTime()).isEqualTo(Duration.ofSeconds(17));
  }

  @Test
  void goesOnWhenThePauseIsOver() {
    Governor governor = governor(10, 100, NO_WAIT);
    Permit permit = governor.acquire(Lane.LIVE);
    permit.throttled(Duration.ofSeconds(17));
    permit.close();

    pass(Duration.ofSeconds(17));

    governor.acquire(Lane.LIVE).close();
    assertThat(governor.state().heldUntil()).isNull();
    assertThat(governor.state().throttled()).isEqualTo(1);
  }

  @Test
  void aShorterPauseDoesNotEndALongerOne() {
    Governor governor = governor(10, 100, NO_WAIT);
    Permit permit = governor.acquire(Lane.LIVE);
    permit.throttled(Duration.ofSeconds(60));

    permit.throttled(Duration.ofSeconds(5));

    assertThat(governor.state().heldUntil()).isEqualTo(NOW.plusSeconds(60));
    assertThat(governor.state().throttledTime()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void holdsForHalfAMinuteWhereNoDelayIsNamed() {
    Governor governor = governor(10, 100, NO_WAIT);

    governor.acquire(Lane.LIVE).throttled(null);

    assertThat(governor.state().heldUntil()).isEqualTo(NOW.plusSeconds(30));
  }

  @Test
  void beginsOnlySoManyInASecond() {
    Governor governor = governor(10, 2, NO_WAIT);
    governor.acquire(Lane.LIVE).close();
    governor.acquire(Lane.LIVE).close();

    refused(governor, Lane.LIVE);
    pass(Duration.ofSeconds(1));

    governor.acquire(Lane.LIVE).close();
  }

  @Test
  void anInterruptedWaitSendsNothing() throws Exception {
    Governor governor = governor(1, 100, LONG_WAIT);
    governor.acquire(Lane.LIVE);
    CompletableFuture<RemoteException.Unavailable> failure = new CompletableFuture<>();
    Thread waiting =
        new Thread(
            () ->
                failure.complete(
                    catchThrowableOfType(
                        RemoteException.Unavailable.class, () -> governor.acquire(Lane.LIVE))));
    waiting.start();
    until(() -> governor.state().waitingLive() == 1);

    waiting.interrupt();

    assertThat(failure.get(10, TimeUnit.SECONDS).sent()).isFalse();
    assertThat(governor.state().waitingLive()).isZero();
  }

  private Governor governor(int concurrency, int perSecond, Duration maxWait) {
    return new HoldingGovernor(
        Side.D365,
        new Limits(concurrency, perSecond, maxWait),
        Clock.fixed(NOW, ZoneOffset.UTC),
        nanos::get);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private CompletableFuture<Permit> later(Governor governor, Lane lane, List<Lane> order) {
    return CompletableFuture.supplyAsync(
        () -> {
          Permit permit = governor.acquire(lane);
          synchronized (order) {
            order.add(lane);
          }
          return permit;
        },
        threads);
  }

  private static RemoteException.Throttled refused(Governor governor, Lane lane) {
    RemoteException.Throttled refused =
        catchThrowableOfType(RemoteException.Throttled.class, () -> governor.acquire(lane));
    assertThat(refused).isNotNull();
    return refused;
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
