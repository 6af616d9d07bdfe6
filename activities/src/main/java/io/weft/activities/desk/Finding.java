package io.weft.activities.desk;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a check saw.
 *
 * @param where the place in one of the systems or in the settings
 * @param what one sentence
 * @param remedy what to do about it; null where nothing is to be done
 */
public record Finding(Level level, String where, String what, @Nullable String remedy) {
  /** How good or bad it is. */
  public enum Level {
    OK,
    /** It works, but somebody should look. */
    WARN,
    /** It does not work. */
    PROBLEM
  }

  static Finding ok(String where, String what) {
    return new Finding(Level.OK, where, what, null);
  }

  static Finding warn(String where, String what, String remedy) {
    return new Finding(Level.WARN, where, what, remedy);
  }

  static Finding problem(String where, String what, String remedy) {
    return new Finding(Level.PROBLEM, where, what, remedy);
  }
}
