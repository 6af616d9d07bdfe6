package io.weft.activities.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.governor.AdaptiveGovernor;
import io.weft.activities.governor.Caller;
import io.weft.activities.governor.Governor;
import io.weft.activities.governor.Limits;
import io.weft.activities.governor.Permit;
import io.weft.activities.governor.Traffic;
import io.weft.workflows.record.Side;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class DesksTest {
  private final Desks desks = new Desks(1);
  private final Governor governor =
      Desks.left(new AdaptiveGovernor(Side.CREATIO, new Limits(1, 100, Duration.ZERO)));

  /** Somebody who sits down when there is a desk, and gets up at once. */
  private CompletableFuture<String> another() {
    return CompletableFuture.supplyAsync(() -> desks.at(() -> "sat"));
  }

  private static String soon(CompletableFuture<String> other) {
    try {
      return other.get(10, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whoComputesKeepsTheDesk() throws Exception {
    CountDownLatch enough = new CountDownLatch(1);
    CountDownLatch sits = new CountDownLatch(1);
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(
            () ->
                desks.at(
                    () -> {
                      sits.countDown();
                      return await(enough);
                    }));
    sits.await();
    CompletableFuture<String> other = another();

    assertThatThrownBy(() -> other.get(100, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);

    enough.countDown();
    assertThat(soon(other)).isEqualTo("sat");
    first.get(10, TimeUnit.SECONDS);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whoWaitsForAnAnswerLeavesTheDeskToAnother() {
    String other =
        desks.at(
            () -> {
              try (Permit permit = governor.acquire(Caller.BULK, Traffic.READ)) {
                return soon(another());
              }
            });

    assertThat(other).isEqualTo("sat");
  }

  /** Else there would be a desk more after each request; who is refused leave never left. */
  @Test
  void whoComesBackHasItAgain() {
    desks.at(
        () -> {
          Permit permit = governor.acquire(Caller.BULK, Traffic.READ);
          try (permit) {
            assertThatThrownBy(() -> governor.acquire(Caller.BULK, Traffic.READ))
                .isInstanceOf(RemoteException.Throttled.class);
          }
          permit.close(); // does nothing
          assertThatThrownBy(() -> another().get(100, TimeUnit.MILLISECONDS))
              .isInstanceOf(TimeoutException.class);
          return true;
        });

    assertThat(soon(another())).isEqualTo("sat");
  }

  @Test
  void whoHasNoDeskAsksAsBefore() {
    try (Permit permit = governor.acquire(Caller.LIVE, Traffic.READ)) {
      assertThat(governor.state().inFlight()).isEqualTo(1);
    }
    assertThat(governor.state().inFlight()).isZero();
  }
}
