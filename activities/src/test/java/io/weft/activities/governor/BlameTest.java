package io.weft.activities.governor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BlameTest {
  private final Blame blame = new Blame();
  private long now;

  private static long seconds(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }

  /** A throttling so long after the last pause; whether it shows that all lessons were in vain. */
  private boolean throttled(long gap) {
    now += seconds(gap);
    var unused = blame.begins(seconds(gap));
    return blame.wasInVain(now);
  }

  @Test
  void fiveLessonsThatChangeNothingWereNone() {
    for (int i = 0; i < 5; i++) {
      assertThat(throttled(20)).isFalse();
    }

    assertThat(throttled(20)).isTrue();
    assertThat(blame.isOfOthers(seconds(20), now + seconds(599))).isTrue();
    assertThat(blame.isOfOthers(seconds(4), now + seconds(1))).as("sooner than 5 s").isFalse();
    assertThat(blame.isOfOthers(seconds(20), now + seconds(601))).as("for ten minutes").isFalse();
  }

  @Test
  void lessonsThatHelpBeginAnew() {
    long gap = 10;
    for (int i = 0; i < 12; i++) {
      assertThat(throttled(gap)).isFalse();
      gap = gap * 2;
    }
  }

  @Test
  void whatComesAtOnceIsOurs() {
    for (int i = 0; i < 12; i++) {
      assertThat(throttled(1)).isFalse();
    }
    assertThat(blame.isOfOthers(seconds(20), now)).isFalse();
  }
}
