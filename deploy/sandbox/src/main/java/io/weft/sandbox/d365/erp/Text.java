package io.weft.sandbox.d365.erp;

import java.util.Map;

/** Values of a request as text. */
public final class Text {
  private Text() {}

  /** Returns a value as text, empty where there is none. */
  public static String of(Map<String, Object> values, String name) {
    Object value = values.get(name);
    return value == null ? "" : value.toString();
  }

  /** Returns the first characters of a text. */
  public static String first(String text, int most) {
    return text.substring(0, Math.min(most, text.length()));
  }

  /** Fills in what is not there; what was sent empty stays empty. */
  public static void otherwise(Map<String, Object> values, String name, Object value) {
    values.putIfAbsent(name, value);
  }
}
