package io.weft.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How wide the terminal is. */
final class Screen {
  private static final int NARROWEST = 40;

  private Screen() {}

  /**
   * The columns that the launch script measured, or that the shell exports; unlimited where there
   * is no terminal, so that scripts get whole lines.
   */
  static int width(Map<String, String> environment) {
    String told = environment.get("WEFT_COLUMNS");
    return told != null ? columns(told) : Integer.MAX_VALUE;
  }

  private static int columns(@Nullable String told) {
    try {
      int columns = Integer.parseInt(String.valueOf(told).strip());
      return columns <= 0 ? Integer.MAX_VALUE : Math.max(columns, NARROWEST);
    } catch (NumberFormatException e) {
      return Integer.MAX_VALUE;
    }
  }
}
