package io.weft.activities.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {
  @ParameterizedTest
  @CsvSource({
    "PT0.5S, just now",
    "PT1S, 1 s ago",
    "PT119S, 119 s ago",
    "PT2M, 2 min ago",
    "PT119M, 119 min ago",
    "PT3H, 3 h ago",
    "PT47H, 47 h ago",
    "PT49H, 2 days ago"
  })
  void saysHowLongAgoSomethingWas(Duration age, String words) {
    assertThat(Age.of(TestClock.START.minus(age), TestClock.START)).isEqualTo(words);
  }
}
