package io.weft.activities.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weft.activities.failure.RemoteException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a governor does while a system does not answer. */
class GovernorBreakerTest extends GovernorFixture {
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

  private void silent(Governor governor, int times) {
    for (int i = 0; i < times; i++) {
      pass(Duration.ofSeconds(1));
      try (Permit permit = governor.acquire(Caller.LIVE, Traffic.READ)) {
        permit.failed();
      }
    }
  }

  private static RemoteException.Unavailable away(Governor governor) {
    RemoteException.Unavailable away =
        catchThrowableOfType(
            RemoteException.Unavailable.class, () -> governor.acquire(Caller.LIVE, Traffic.READ));
    assertThat(away).isNotNull();
    return away;
  }
}
