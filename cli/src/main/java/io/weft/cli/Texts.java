package io.weft.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Values of other systems as a terminal may show them. */
public final class Texts {
  private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9._:@+=/~,-]+");

  private Texts() {}

  /**
   * One line without control characters: a value from a record must not move the cursor, colour the
   * screen or forge a second line. They are shown as escapes instead.
   */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(plain, point));
    return plain.toString();
  }

  /** A word that a POSIX shell takes as it stands. */
  public static String shell(String word) {
    return PLAIN_WORD.matcher(word).matches()
        ? word
        : "'" + plain(word).replace("'", "'\\''") + "'";
  }

  /** Columns that the text takes on a terminal: wide signs two, combining marks none. */
  public static int width(String text) {
    return text.codePoints().map(Texts::width).sum();
  }

  /** Breaks at spaces, and inside a word only where it alone is too wide. Never empty. */
  public static List<String> wrap(String text, int columns) {
    if (width(text) <= columns) {
      return List.of(text);
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
      while (width(line.toString()) > columns) {
        lines.add(cut(line, columns));
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** {@code 1 record}, {@code 312 records}. */
  public static String count(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  private static String cut(StringBuilder line, int columns) {
    int end = 0;
    int used = 0;
    while (end < line.length()) {
      int point = line.codePointAt(end);
      if (used + width(point) > columns && end > 0) {
        break;
      }
      used += width(point);
      end += Character.charCount(point);
    }
    String head = line.substring(0, end);
    line.delete(0, end);
    return head;
  }

  private static void append(StringBuilder plain, int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          plain.append(escape(point));
      case Character.FORMAT ->
          plain.append(isJoiner(point) ? Character.toString(point) : escape(point));
      case Character.SURROGATE -> plain.append('\ufffd');
      default -> plain.appendCodePoint(point);
    }
  }

  /** Emoji are joined by these; other format signs turn the direction of writing. */
  private static boolean isJoiner(int point) {
    return point == 0x200c || point == 0x200d;
  }

  private static String escape(int point) {
    return switch (point) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format(Locale.ROOT, "\\u%04x", point);
    };
  }

  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || isJoiner(point)) {
      return 0;
    }
    boolean wide =
        (point >= 0x1100 && point <= 0x115f)
            || (point >= 0x2e80 && point <= 0xa4cf)
            || (point >= 0xac00 && point <= 0xd7a3)
            || (point >= 0xf900 && point <= 0xfaff)
            || (point >= 0xfe30 && point <= 0xfe6f)
            || (point >= 0xff00 && point <= 0xff60)
            || (point >= 0x1f300 && point <= 0x1faff)
            || (point >= 0x20000 && point <= 0x3fffd);
    return wide ? 2 : 1;
  }
}
