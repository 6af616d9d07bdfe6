package io.weft.activities.governor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlownessTest {
  private static final long MILLI = 1_000_000;
  private static final int MANY = 60;

  private final Slowness slowness = new Slowness();
  private long now = 1;

  private void answers(int number, int parts, long millis) {
    for (int i = 0; i < number; i++) {
      long sent = now;
      now += millis * MILLI;
      slowness.answered(sent, now, parts);
    }
  }

  private void measured(int parts, long millis) {
    slowness.measure(now);
    answers(MANY, parts, millis);
  }

  @Test
  void threeTimesAsLongAsItCanIsSlow() {
    measured(1, 100);
    assertThat(slowness.isSlow()).isFalse();

    answers(MANY, 1, 400);

    assertThat(slowness.isSlow()).isTrue();
  }

  @Test
  void aBatchIsNotSlowBecauseItIsLong() {
    measured(1, 70);

    answers(MANY, 100, 2_050);

    assertThat(slowness.isSlow()).isFalse();
  }

  @Test
  void aLongBatchIsNotSlowBecauseShortOnesWereMeasured() {
    measured(20, 450);

    answers(MANY, 100, 2_050);

    assertThat(slowness.isSlow()).isFalse();
  }

  @Test
  void aBatchWhosePartsTakeMuchLongerIsSlow() {
    measured(20, 450);

    answers(MANY, 100, 8_000);

    assertThat(slowness.isSlow()).isTrue();
  }

  @Test
  void whereAnswersTakeSecondsAFewEndTheMeasurement() {
    slowness.measure(now);
    answers(2, 100, 2_000);
    assertThat(slowness.isMeasuring()).isTrue();

    answers(1, 100, 2_000);

    assertThat(slowness.isMeasuring()).isFalse();
  }

  @Test
  void twoOfAKindTellNothingAboutIt() {
    slowness.measure(now);
    answers(2, 50, 10);
    answers(10, 1, 70);

    answers(MANY, 50, 1_000);

    assertThat(slowness.isSlow()).isFalse();
  }
}
