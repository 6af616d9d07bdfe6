package io.weft.demo;

import java.util.ArrayList;
import java.util.List;

/** What both systems show of one record, field by field, in columns that fit a window of 100. */
final class SideBySide {
  private static final int LABEL = 22;
  private static final int CELL = 34;
  private static final String ROW = "%-" + LABEL + "s  %-" + CELL + "s  %s";
  private static final String NOTHING = "-";

  private final List<String> rows = new ArrayList<>();

  /** A field by the name that people have for it; an empty value shows as a dash. */
  SideBySide row(String field, String creatio, String d365) {
    rows.add(line(field, shown(creatio), shown(d365)));
    return this;
  }

  static String head() {
    return line("", "Creatio", "D365");
  }

  /** The fields, in the order in which they were given; no line ends in blanks. */
  List<String> rows() {
    return List.copyOf(rows);
  }

  private static String line(String field, String creatio, String d365) {
    return ROW.formatted(cut(field, LABEL), cut(creatio, CELL), cut(d365, CELL)).stripTrailing();
  }

  private static String shown(String value) {
    return value.isBlank() ? NOTHING : value.strip();
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 3) + "...";
  }
}
