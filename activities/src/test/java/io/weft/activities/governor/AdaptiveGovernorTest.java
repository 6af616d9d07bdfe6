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

class AdaptiveGovernorTest {
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
    governor.acquire(Caller.LIVE, Traffic.READ);
    governor.acquire(Caller.LIVE, Traffic.READ);

    RemoteException.Throttled refused = refused(governor, Lane.LIVE);

    assertThat(refused).hasMessageContaining("2 in flight");
    assertThat(governor.state().counts().refused()).isEqualTo(1);
    assertThat(governor.state().waitingLive()).isZero();
  }

  @Test
  void aClosedPermitFreesItsPlaceOnce() {
    Governor governor = governor(1, 100, NO_WAIT);
    Permit permit = governor.acquire(Caller.LIVE, Traffic.READ);

    permit.close();
    permit.close();

    governor.acquire(Caller.LIVE, Traffic.READ);
    assertThat(governor.state().inFlight()).isEqualTo(1);
    refused(governor, Lane.LIVE);
  }

  @Test
  void bulkLeavesAPlaceFreeWhileThereIsLiveWork() {
    Governor governor = governor(4, 100, NO_WAIT);
    governor.acquire(Caller.LIVE, Traffic.WRITE).close();
    governor.acquire(Caller.BULK, Traffic.READ);
    governor.acquire(Caller.BULK, Traffic.READ);
    governor.acquire(Caller.BULK, Traffic.READ);

    refused(governor, Lane.BULK);

    governor.acquire(Caller.LIVE, Traffic.READ);
    assertThat(governor.state().inFlight()).isEqualTo(4);
  }

  /** There are always polls: with a place kept for the next one bulk would never have them all. */
  @Test
  void whatOnlyLooksKeepsNoPlaceFromBulk() {
    Governor governor = governor(2, 100, NO_WAIT);
    governor.acquire(Caller.LIVE, Traffic.READ).close();

    governor.acquire(Caller.BULK, Traffic.READ);
    governor.acquire(Caller.BULK, Traffic.READ);

    assertThat(governor.state().inFlight()).isEqualTo(2);
  }

  /** With that place free nothing is ever full, and bulk would never get beyond its first few. */
  @Test
  void thePlaceThatBulkLeavesFreeDoesNotKeepItFromGettingMore() {
    Governor governor = governor(52, 1000, NO_WAIT);
    governor.acquire(Caller.LIVE, Traffic.WRITE).close();
    int most = 0;

    for (int round = 0; round < 20; round++) {
      writeAtOnce(governor, governor.state().writes().limit() - 1);
      most = Math.max(most, governor.state().writes().limit());
    }

    assertThat(most).isGreaterThan(4);
  }

  /** So many writes of bulk are under way together, and answered one after the other. */
  private static void writeAtOnce(Governor governor, int writes) {
    List<Permit> taken = new ArrayList<>();
    for (int place = 0; place < writes; place++) {
      taken.add(governor.acquire(Caller.BULK, Traffic.WRITE));
    }
    for (Permit permit : taken) {
      permit.answered();
      permit.close();
    }
  }

  /** With two writes at a time for a while, to know whether a fifth would be too many. */
  @Test
  void aCeilingThatIsSoonReachedIsNotWorthAMeasurement() {
    Governor governor = governor(5, 1000, NO_WAIT);
    int least = 5;

    for (int round = 0; round < 20; round++) {
      writeAtOnce(governor, governor.state().writes().limit());
      least = Math.min(least, governor.state().writes().limit());
    }

    assertThat(least).isEqualTo(4);
    assertThat(governor.state().writes().limit()).isEqualTo(5);
  }

  @Test
  void bulkTakesAllPlacesWhereThereIsNoLiveWork() {
    Governor governor = governor(2, 100, NO_WAIT);

    governor.acquire(Caller.BULK, Traffic.READ);
    governor.acquire(Caller.BULK, Traffic.READ);

    assertThat(governor.state().inFlight()).isEqualTo(2);
  }

  @Test
  void writesHaveFewerPlacesThanReads() {
    Governor governor = governor(52, 1000, NO_WAIT);

    assertThat(governor.state().reads().limit()).isEqualTo(8);
    assertThat(governor.state().writes().limit()).isEqualTo(4);
  }

  @Test
  void bulkYieldsToLiveWorkThatWaits() throws Exception {
    Governor governor = governor(1, 100, LONG_WAIT);
    Permit first = governor.acquire(Caller.LIVE, Traffic.READ);
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
    try (Permit permit = governor.acquire(Caller.BULK, Traffic.READ)) {
      permit.throttled(Duration.ofSeconds(17));
    }

    RemoteException.Throttled refused = refused(governor, Lane.LIVE);

    assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(17));
    assertThat(governor.state().heldUntil()).isEqualTo(NOW.plusSeconds(17));
    assertThat(governor.state().counts().throttledTime()).isEqualTo(Duration.ofSeconds(17));
  }

  @Test
  void goesOnWhenThePauseIsOver() {
    Governor governor = governor(10, 100, NO_WAIT);
    Permit permit = governor.acquire(Caller.LIVE, Traffic.READ);
    permit.throttled(Duration.ofSeconds(17));
    permit.close();

    pass(Duration.ofSeconds(17));

    governor.acquire(Caller.LIVE, Traffic.READ).close();
    assertThat(governor.state().heldUntil()).isNull();
    assertThat(governor.state().counts().throttled()).isEqualTo(1);
  }

  @Test
  void aShorterPauseDoesNotEndALongerOne() {
    Governor governor = governor(10, 100, NO_WAIT);
    Permit early = governor.acquire(Caller.LIVE, Traffic.READ);
    throttled(governor, 60);

    early.throttled(Duration.ofSeconds(5));

    assertThat(governor.state().heldUntil()).isEqualTo(NOW.plusSeconds(60));
    assertThat(governor.state().counts().throttledTime()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void holdsForHalfAMinuteWhereNoDelayIsNamed() {
    Governor governor = governor(10, 100, NO_WAIT);

    governor.acquire(Caller.LIVE, Traffic.READ).throttled(null);

    assertThat(governor.state().heldUntil()).isEqualTo(NOW.plusSeconds(30));
  }

  @Test
  void goesOnWithASingleRequest() {
    Governor governor = governor(10, 100, NO_WAIT);
    Permit permit = governor.acquire(Caller.LIVE, Traffic.READ);
    permit.throttled(Duration.ofSeconds(17));
    permit.close();
    pass(Duration.ofSeconds(17));

    Permit first = governor.acquire(Caller.LIVE, Traffic.READ);
    refused(governor, Lane.LIVE);
    first.answered();
    first.close();

    governor.acquire(Caller.LIVE, Traffic.READ);
  }

  @Test
  void waitsLongerEachTimeThatEvenASingleRequestIsRefused() {
    Governor governor = governor(10, 100, NO_WAIT);
    throttled(governor, 4);
    pass(Duration.ofSeconds(4));

    throttled(governor, 4);

    assertThat(governor.state().heldUntil()).isEqualTo(NOW.plusSeconds(8));
  }

  @Test
  void beginsOnlySoManyInASecond() {
    Governor governor = governor(10, 2, NO_WAIT);
    governor.acquire(Caller.LIVE, Traffic.READ).close();

    refused(governor, Lane.LIVE);
    pass(Duration.ofMillis(500));

    governor.acquire(Caller.LIVE, Traffic.READ).close();
  }

  @Test
  void asksASystemThatIsAwayOnceInTenSeconds() {
    Governor governor = governor(10, 1000, LONG_WAIT);
    silent(governor, 10);

    RemoteException.Unavailable away = away(governor);

    assertThat(away.sent()).isFalse();
    assertThat(away.asked()).isFalse();
    assertThat(away.retryAfter()).isEqualTo(Duration.ofSeconds(10));
    assertThat(governor.state().breaker()).isEqualTo(GovernorState.Breaker.OPEN);
    pass(Duration.ofSeconds(10));
    Permit probe = governor.acquire(Caller.BULK, Traffic.READ);
    away(governor);
    probe.failed();
    probe.close();
    away(governor);
    assertThat(governor.state().counts().opened()).isEqualTo(2);
  }

  @Test
  void oneAnswerIsEnoughForAllToGoOn() {
    Governor governor = governor(10, 1000, LONG_WAIT);
    silent(governor, 10);
    pass(Duration.ofSeconds(10));

    try (Permit probe = governor.acquire(Caller.LIVE, Traffic.READ)) {
      probe.answered();
    }

    governor.acquire(Caller.LIVE, Traffic.READ);
    assertThat(governor.state().breaker()).isEqualTo(GovernorState.Breaker.CLOSED);
  }

  @Test
  void aProbeThatWasNotSentLeavesItToTheNextOne() {
    Governor governor = governor(10, 1000, LONG_WAIT);
    silent(governor, 10);
    pass(Duration.ofSeconds(10));

    governor.acquire(Caller.LIVE, Traffic.READ).close();

    governor.acquire(Caller.LIVE, Traffic.READ);
    assertThat(governor.state().breaker()).isEqualTo(GovernorState.Breaker.PROBING);
  }

  @Test
  void tellsThoseWhoWaitThatTheSystemIsAway() throws Exception {
    Governor governor = governor(1, 1000, LONG_WAIT);
    silent(governor, 9);
    Permit last = governor.acquire(Caller.LIVE, Traffic.READ);
    CompletableFuture<Permit> waiting = later(governor, Lane.LIVE, new ArrayList<>());
    until(() -> governor.state().waitingLive() == 1);

    last.failed();
    last.close();

    assertThat(waiting)
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(RemoteException.Unavailable.class);
  }

  @Test
  void anInterruptedWaitSendsNothing() throws Exception {
    Governor governor = governor(1, 100, LONG_WAIT);
    governor.acquire(Caller.LIVE, Traffic.READ);
    CompletableFuture<RemoteException.Unavailable> failure = new CompletableFuture<>();
    Thread waiting =
        new Thread(
            () ->
                failure.complete(
                    catchThrowableOfType(
                        RemoteException.Unavailable.class,
                        () -> governor.acquire(Caller.LIVE, Traffic.READ))));
    waiting.start();
    until(() -> governor.state().waitingLive() == 1);

    waiting.interrupt();

    assertThat(failure.get(10, TimeUnit.SECONDS).sent()).isFalse();
    assertThat(governor.state().waitingLive()).isZero();
  }

  private Governor governor(int concurrency, int perSecond, Duration maxWait) {
    return new AdaptiveGovernor(
        Side.D365,
        new Limits(concurrency, perSecond, maxWait),
        Clock.fixed(NOW, ZoneOffset.UTC),
        nanos::get,
        () -> 0);
  }

  private void silent(Governor governor, int times) {
    for (int i = 0; i < times; i++) {
      pass(Duration.ofSeconds(1));
      try (Permit permit = governor.acquire(Caller.LIVE, Traffic.READ)) {
        permit.failed();
      }
    }
  }

  private static void throttled(Governor governor, int seconds) {
    try (Permit permit = governor.acquire(Caller.LIVE, Traffic.READ)) {
      permit.throttled(Duration.ofSeconds(seconds));
    }
  }

  private static RemoteException.Unavailable away(Governor governor) {
    RemoteException.Unavailable away =
        catchThrowableOfType(
            RemoteException.Unavailable.class, () -> governor.acquire(Caller.LIVE, Traffic.READ));
    assertThat(away).isNotNull();
    return away;
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private CompletableFuture<Permit> later(Governor governor, Lane lane, List<Lane> order) {
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

  private static RemoteException.Throttled refused(Governor governor, Lane lane) {
    RemoteException.Throttled refused =
        catchThrowableOfType(
            RemoteException.Throttled.class,
            () -> governor.acquire(new Caller(lane, null), Traffic.READ));
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
