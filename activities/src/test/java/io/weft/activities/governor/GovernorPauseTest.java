package io.weft.activities.governor;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.failure.RemoteException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a governor does after a system said that it was too much. */
class GovernorPauseTest extends GovernorFixture {
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

  private static void throttled(Governor governor, int seconds) {
    try (Permit permit = governor.acquire(Caller.LIVE, Traffic.READ)) {
      permit.throttled(Duration.ofSeconds(seconds));
    }
  }
}
