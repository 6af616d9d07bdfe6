package io.weft.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PercentilesTest {
  @Test
  void isTheTimeThatSoManyDidNotExceed() {
    Percentiles times = hundredDownFrom(100);

    assertThat(times.at(50)).isEqualTo(Duration.ofMillis(50));
    assertThat(times.at(95)).isEqualTo(Duration.ofMillis(95));
    assertThat(times.at(99)).isEqualTo(Duration.ofMillis(99));
    assertThat(times.max()).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void ofASingleTimeIsThatTime() {
    Percentiles one = new Percentiles(List.of(Duration.ofMillis(7)));

    assertThat(one.at(1)).isEqualTo(one.at(99)).isEqualTo(Duration.ofMillis(7));
  }

  @Test
  void roundsUpToATimeThatWasMeasured() {
    Percentiles three =
        new Percentiles(
            List.of(Duration.ofMillis(30), Duration.ofMillis(10), Duration.ofMillis(20)));

    assertThat(three.at(34)).isEqualTo(Duration.ofMillis(20));
    assertThat(three.at(67)).isEqualTo(Duration.ofMillis(30));
  }

  @Test
  void refusesWhatCannotBeAnswered() {
    assertThatIllegalArgumentException().isThrownBy(() -> hundredDownFrom(100).at(0));
    assertThatIllegalArgumentException().isThrownBy(() -> hundredDownFrom(100).at(101));
    assertThatIllegalStateException().isThrownBy(() -> new Percentiles(List.of()).at(50));
  }

  @Test
  void speaksInMilliseconds() {
    assertThat(hundredDownFrom(100).words())
        .isEqualTo("p50 50 ms, p95 95 ms, p99 99 ms, max 100 ms");
    assertThat(new Percentiles(List.of()).words()).isEqualTo("nothing was measured");
    assertThat(Percentiles.millis(Duration.ofNanos(1_260_000))).isEqualTo("1.3 ms");
  }

  private static Percentiles hundredDownFrom(int millis) {
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      times.add(Duration.ofMillis(millis - i));
    }
    return new Percentiles(times);
  }
}
