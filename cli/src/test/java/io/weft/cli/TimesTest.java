package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:14:05Z");

  @ParameterizedTest
  @CsvSource({
    "PT0.5S, just now",
    "PT1S, 1 second ago",
    "PT59.9S, 59 seconds ago",
    "PT60S, 1 minute ago",
    "PT12M20S, 12 minutes ago",
    "PT1H, 1 hour ago",
    "PT23H59M, 23 hours ago",
    "PT24H, 1 day ago",
    "P400D, 400 days ago",
    "PT-3H, in 3 hours"
  })
  void saysHowLongAgo(Duration age, String words) {
    assertThat(Times.ago(NOW.minus(age), NOW)).isEqualTo(words);
  }

  @Test
  void whatNeverHappenedIsNever() {
    assertThat(Times.ago(null, NOW)).isEqualTo("never");
  }

  @Test
  void exactTimesNameTheirZone() {
    assertThat(Times.exact(NOW)).isEqualTo("2026-11-23 09:14:05 UTC");
  }
}
