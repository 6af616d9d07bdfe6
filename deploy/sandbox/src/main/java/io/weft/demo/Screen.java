package io.weft.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** What the audience reads. Coloured only where somebody looks at a terminal. */
final class Screen {
  private static final String BOLD = "1";
  private static final String GREEN = "32";
  private static final String RED = "31";
  private static final String DIM = "2";

  private final PrintWriter out;
  private final boolean coloured;

  Screen(PrintWriter out, boolean coloured) {
    this.out = out;
    this.coloured = coloured;
  }

  void heading(String text) {
    line("");
    line(paint(BOLD, text));
  }

  void say(String text) {
    line("   " + text);
  }

  /** Something less important. */
  void aside(String text) {
    line("   " + paint(DIM, text));
  }

  /** A record as both systems show it. */
  void compare(SideBySide record) {
    line("      " + paint(BOLD, SideBySide.head()));
    record.rows().forEach(row -> line("      " + row));
  }

  void seen(String text) {
    line("   " + paint(GREEN, "ok") + "  " + text);
  }

  void failed(String text) {
    line("   " + paint(RED, "FAILED") + "  " + text);
  }

  /** As people read it: {@code 183 ms}, {@code 4.2 s}. */
  static String time(Duration duration) {
    long millis = duration.toMillis();
    return millis < 1000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }

  private void line(String text) {
    out.println(text);
    out.flush();
  }

  private String paint(String code, String text) {
    return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
