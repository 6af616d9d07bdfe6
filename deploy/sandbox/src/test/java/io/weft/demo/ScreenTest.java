package io.weft.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ScreenTest {
  private final StringWriter out = new StringWriter();

  @Test
  void staysPlainWhereNobodyLooksAtATerminal() {
    new Screen(new PrintWriter(out), false).seen("linked");

    assertThat(out.toString()).isEqualTo("   ok  linked" + System.lineSeparator());
  }

  @Test
  void coloursForATerminal() {
    new Screen(new PrintWriter(out), true).failed("not linked");

    assertThat(out.toString()).contains("\u001b[31mFAILED\u001b[0m  not linked");
  }

  @Test
  void tellsTimesAsPeopleReadThem() {
    assertThat(Screen.time(Duration.ofMillis(183))).isEqualTo("183 ms");
    assertThat(Screen.time(Duration.ofMillis(4249))).isEqualTo("4.2 s");
  }
}
