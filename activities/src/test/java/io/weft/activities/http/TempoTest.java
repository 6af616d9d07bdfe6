package io.weft.activities.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TempoTest {
  private final Tempo tempo = new Tempo();

  private void answers(int times, int writes, Duration each) {
    for (int i = 0; i < times; i++) {
      tempo.took(writes, each.multipliedBy(writes));
    }
  }

  @Test
  void fewUntilTheSystemIsKnown() {
    assertThat(tempo.writes()).isEqualTo(Tempo.FIRST);
  }

  @Test
  void aQuickSystemGetsAsManyAsARequestTakes() {
    answers(1, Tempo.FIRST, Duration.ofMillis(2));

    assertThat(tempo.writes()).isEqualTo(Tempo.MOST);
  }

  @Test
  void theSlowerTheSystemTheFewerAtOnce() {
    answers(1, 100, Duration.ofMillis(40));

    assertThat(tempo.writes()).isEqualTo(50);
  }

  @Test
  void howeverSlowSomeGoTogether() {
    answers(1, 100, Duration.ofSeconds(1));

    assertThat(tempo.writes()).isEqualTo(Tempo.LEAST);
  }

  @Test
  void aSystemThatRecoversGetsMoreAgain() {
    answers(1, 50, Duration.ofMillis(400));

    answers(400, Tempo.LEAST, Duration.ofMillis(10));

    assertThat(tempo.writes()).isEqualTo(Tempo.MOST);
  }

  @Test
  void oneSlowAnswerIsNotTheSystem() {
    answers(20, 100, Duration.ofMillis(20));

    answers(1, 100, Duration.ofMillis(60));

    assertThat(tempo.writes()).isBetween(68, 74);
  }

  @Test
  void requestsOfFewTellLittle() {
    answers(5, 100, Duration.ofMillis(20));

    answers(3, 1, Duration.ofMillis(300));
    answers(1, 0, Duration.ofMillis(300));

    assertThat(tempo.writes()).isBetween(90, 94);
  }
}
