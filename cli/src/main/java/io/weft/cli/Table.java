package io.weft.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns of text under headings. What people copy (ids) keeps its width; the other columns share
 * what the terminal leaves and are wrapped.
 */
public final class Table {
  private static final String GAP = "  ";
  private static final int NARROWEST = 12;

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  private Table(List<Column> columns) {
    this.columns = columns;
  }

  /** One column; a fixed one is never wrapped. */
  private record Column(String heading, boolean fixed, boolean right) {}

  /**
   * A table with these headings. A heading that begins with {@code !} keeps its width, with {@code
   * #} it holds numbers.
   */
  public static Table of(String... headings) {
    List<Column> columns = new ArrayList<>();
    for (String heading : headings) {
      boolean number = heading.startsWith("#");
      boolean fixed = number || heading.startsWith("!");
      columns.add(new Column(fixed ? heading.substring(1) : heading, fixed, number));
    }
    return new Table(columns);
  }

  /** Adds a row; a null is an empty cell. Cells are made safe for a terminal here. */
  public Table row(@Nullable Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          cells.length + " cells in a table of " + columns.size() + " columns");
    }
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell == null ? "" : Texts.plain(cell.toString()));
    }
    rows.add(row);
    return this;
  }

  /** The heading line and then the others, at most as wide as asked if that can be done. */
  List<String> lines(int width) {
    List<Integer> widths = widths(width);
    List<String> lines = new ArrayList<>();
    write(lines, columns.stream().map(Column::heading).toList(), widths);
    rows.forEach(row -> write(lines, row, widths));
    return lines;
  }

  private List<Integer> widths(int width) {
    List<Integer> widths = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      int widest = Texts.width(columns.get(c).heading());
      for (List<String> row : rows) {
        widest = Math.max(widest, Texts.width(row.get(c)));
      }
      widths.add(widest);
    }
    int over = sum(widths) + GAP.length() * (widths.size() - 1) - width;
    while (over > 0 && narrow(widths)) {
      over--;
    }
    return widths;
  }

  /** Takes one from the widest column that may give; false if none may. */
  private boolean narrow(List<Integer> widths) {
    int widest = -1;
    for (int c = 0; c < widths.size(); c++) {
      boolean gives = !columns.get(c).fixed() && widths.get(c) > NARROWEST;
      if (gives && (widest < 0 || widths.get(c) > widths.get(widest))) {
        widest = c;
      }
    }
    if (widest >= 0) {
      widths.set(widest, widths.get(widest) - 1);
    }
    return widest >= 0;
  }

  private void write(List<String> lines, List<String> cells, List<Integer> widths) {
    List<List<String>> wrapped = new ArrayList<>();
    for (int c = 0; c < cells.size(); c++) {
      wrapped.add(Texts.wrap(cells.get(c), Math.max(1, widths.get(c))));
    }
    int height = Collections.max(wrapped.stream().map(List::size).toList());
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder();
      for (int c = 0; c < cells.size(); c++) {
        String part = line < wrapped.get(c).size() ? wrapped.get(c).get(line) : "";
        text.append(c == 0 ? "" : GAP).append(pad(part, widths.get(c), columns.get(c).right()));
      }
      lines.add(text.toString().stripTrailing());
    }
  }

  private static String pad(String text, int width, boolean right) {
    String space = " ".repeat(Math.max(0, width - Texts.width(text)));
    return right ? space + text : text + space;
  }

  private static int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }
}
