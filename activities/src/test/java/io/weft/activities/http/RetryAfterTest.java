package io.weft.activities.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Clock CLOCK = Clock.fixed(FakeSite.NOW, ZoneOffset.UTC);

  @Test
  void readsSeconds() {
    assertThat(RetryAfter.of("17", null, CLOCK)).isEqualTo(Duration.ofSeconds(17));
  }

  @Test
  void measuresADateAgainstTheServersClock() {
    String until = "Mon, 23 Nov 2026 12:01:00 GMT";

    assertThat(RetryAfter.of(until, "Mon, 23 Nov 2026 12:00:00 GMT", CLOCK))
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(RetryAfter.of(until, null, CLOCK)).isEqualTo(Duration.ofMinutes(121));
  }

  @Test
  void aDateInThePastIsNow() {
    assertThat(RetryAfter.of("Mon, 23 Nov 2026 09:00:00 GMT", null, CLOCK))
        .isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "99999999999999"})
  void namesNoDelayWhereItCannotBeRead(String header) {
    assertThat(RetryAfter.of(header, null, CLOCK)).isNull();
  }
}
