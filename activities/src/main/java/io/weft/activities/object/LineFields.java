package io.weft.activities.object;

/**
 * Names of fields of a document's lines, where all lines are one set of fields: {@code
 * 1F0C...8K/Quantity} is the quantity of the line with that reference.
 */
public final class LineFields {
  private static final char SEPARATOR = '/';

  private LineFields() {}

  /** The name of a field of a line. */
  public static String name(String line, String field) {
    return line + SEPARATOR + field;
  }

  /** The line that a field belongs to; "" for a field that belongs to none. */
  public static String line(String name) {
    int at = name.indexOf(SEPARATOR);
    return at < 0 ? "" : name.substring(0, at);
  }

  /** The field's own name. */
  public static String field(String name) {
    return name.substring(name.indexOf(SEPARATOR) + 1);
  }

  /** Whether it is a mark that we keep beside the fields, and no field of either system. */
  public static boolean isMark(String name) {
    return field(name).startsWith("@");
  }
}
