package io.weft.activities.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UsageTest {
  private final Usage usage = new Usage(0);
  private long now;

  private void pass(Duration time) {
    now += time.toNanos();
  }

  /** So many a second for a second, while more of them wait. */
  private void push(int perSecond) {
    usage.waiting(true, now);
    for (int i = 0; i < perSecond; i++) {
      pass(Duration.ofSeconds(1).dividedBy(perSecond));
      usage.sent(now);
    }
    usage.waiting(false, now);
  }

  @Test
  void countsOnlyTheTimeInWhichSomebodyWaits() {
    for (int i = 0; i < 5; i++) {
      push(10);
      pass(Duration.ofSeconds(30));
    }

    assertThat(usage.lately(now)).isCloseTo(10, within(0.5));
    assertThat(usage.sustained(now)).isCloseTo(10, within(5.0));
  }

  @Test
  void aPauseIsTimeInWhichTheyWait() {
    push(100);
    usage.waiting(true, now);
    usage.paused();
    pass(Duration.ofSeconds(99));

    assertThat(usage.sustained(now)).isCloseTo(1, within(0.1));
    assertThat(usage.briefly(now)).as("nothing went out since").isZero();
  }

  @Test
  void fewAreTooFewToTell() {
    push(7);

    assertThat(usage.briefly(now)).isZero();
  }
}
