package io.weft.activities.http;

import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding as RFC 3986 has it: anything but letters, digits and {@code -._~} is encoded.
 */
public final class Percent {
  private static final String KEPT = "-._~";

  private Percent() {}

  /** The text as UTF-8, encoded for a path segment or the value of a query parameter. */
  public static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (unit & 0xFF);
      if (plain(letter)) {
        encoded.append(letter);
      } else {
        encoded.append('%').append(hex(unit >> 4)).append(hex(unit));
      }
    }
    return encoded.toString();
  }

  private static boolean plain(char letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9')
        || KEPT.indexOf(letter) >= 0;
  }

  private static char hex(int nibble) {
    return Character.toUpperCase(Character.forDigit(nibble & 0xF, 16));
  }
}
