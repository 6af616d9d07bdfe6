package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {
  @ParameterizedTest
  @CsvSource({"120, 120", "10, 40", "0, 2147483647", "wide, 2147483647", "'', 2147483647"})
  void takesWhatTheScriptMeasured(String told, int columns) {
    assertThat(Screen.width(Map.of("WEFT_COLUMNS", told))).isEqualTo(columns);
  }

  @Test
  void withoutATerminalLinesStayWhole() {
    assertThat(Screen.width(Map.of("COLUMNS", "80"))).isEqualTo(Integer.MAX_VALUE);
  }
}
