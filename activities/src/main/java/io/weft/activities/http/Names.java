package io.weft.activities.http;

import java.util.regex.Pattern;

/** Names of sets, columns and navigation paths: they come from settings and go into addresses. */
public final class Names {
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*([./][A-Za-z_][A-Za-z0-9_]*)*");

  private Names() {}

  /** The name itself; throws IllegalArgumentException if it could be more than a name. */
  public static String checked(String name) {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'" + name + "' is no name: letters, digits, _ and paths with / expected");
    }
    return name;
  }
}
