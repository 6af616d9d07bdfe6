package io.weft.cli.match;

/**
 * What is wrong with a file.
 *
 * @param line where its row begins, counted from 1
 * @param column the column's name; "" if it is about the whole row
 */
record BadRow(long line, String column, String value, String what, String remedy) {
  String sentence() {
    String shown = value.isEmpty() ? "" : " '" + value + "'";
    return (column + shown + (column.isEmpty() ? "" : ": ") + what + ".").strip();
  }
}
