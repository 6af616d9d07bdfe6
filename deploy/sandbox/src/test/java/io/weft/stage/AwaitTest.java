package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class AwaitTest {
  @Test
  void looksUntilItIsThere() {
    AtomicInteger looks = new AtomicInteger();

    String found =
        Await.seen(
            Duration.ofSeconds(20),
            "three looks",
            () -> looks.incrementAndGet() < 3 ? Optional.empty() : Optional.of("there"));

    assertThat(found).isEqualTo("there");
    assertThat(looks).hasValue(3);
  }

  @Test
  void saysWhatWasNotSeen() {
    assertThatExceptionOfType(NotSeen.class)
        .isThrownBy(() -> Await.until(Duration.ZERO, "a customer", () -> false))
        .withMessage("not seen within 0 s: a customer");
  }
}
