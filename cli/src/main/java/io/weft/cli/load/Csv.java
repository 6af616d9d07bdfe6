package io.weft.cli.load;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Tables for spreadsheets: UTF-8 with its mark, because spreadsheets guess wrong without it. */
final class Csv {
  static final char MARK = '\ufeff';

  static final String[] REPORT = {
    "creatioKey",
    "creatioName",
    "d365Key",
    "d365Name",
    "verdict",
    "score",
    "evidence",
    "action",
    "outcome",
    "fingerprint",
    "problem"
  };

  static final String[] REVIEW = {
    "id",
    "decision",
    "score",
    "creatioKey",
    "creatioName",
    "d365Key",
    "d365Name",
    "evidence",
    "agreements",
    "contradictions"
  };

  private Csv() {}

  static CSVPrinter printer(Writer writer, String... columns) throws IOException {
    writer.write(MARK);
    return new CSVPrinter(writer, CSVFormat.RFC4180.builder().setHeader(columns).get());
  }

  /**
   * Cells that no spreadsheet takes for a formula: one that begins like a formula gets an
   * apostrophe in front.
   */
  static List<String> safe(@Nullable Object... values) {
    List<String> cells = new ArrayList<>();
    for (Object value : values) {
      String text = value == null ? "" : value.toString();
      cells.add(isFormula(text) ? "'" + text : text);
    }
    return cells;
  }

  /** A cell as it was before {@link #safe}. */
  static String plain(String cell) {
    String text = cell.strip();
    return text.startsWith("'") ? text.substring(1) : text;
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
  }
}
