package io.weft.activities.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weft.activities.failure.RemoteException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who gets a place, and who waits for one. */
class AdaptiveGovernorTest extends GovernorFixture {
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
  void beginsOnlySoManyInASecond() {
    Governor governor = governor(10, 2, NO_WAIT);
    governor.acquire(Caller.LIVE, Traffic.READ).close();

    refused(governor, Lane.LIVE);
    pass(Duration.ofMillis(500));

    governor.acquire(Caller.LIVE, Traffic.READ).close();
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
}
