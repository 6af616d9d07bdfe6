package io.weft.cli.match;

import io.weft.activities.match.Profile;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of labelled pairs, and all that is wrong with it. Columns are parted by commas or, as a
 * spreadsheet of many countries writes it, by semicolons; what is no column of ours is not read.
 */
final class PairFile {
  private static final LegalEntity LEGAL_ENTITY = new LegalEntity("any");

  private final List<LabelledPair> pairs = new ArrayList<>();
  private final List<BadRow> problems = new ArrayList<>();
  private final Map<String, Integer> columns = new TreeMap<>();

  private PairFile() {}

  /** Reads a text. Where there are problems, the pairs are not complete. */
  static PairFile read(String text) {
    PairFile file = new PairFile();
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter(plain))
            .setIgnoreEmptyLines(false)
            .setTrim(true)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(plain), format)) {
      file.read(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static char delimiter(String text) {
    String header = text.lines().findFirst().orElse("");
    return header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
  }

  List<LabelledPair> pairs() {
    return pairs;
  }

  List<BadRow> problems() {
    return problems;
  }

  private void read(CSVParser parser) {
    long line = 1;
    try {
      Iterator<CSVRecord> rows = parser.iterator();
      header(rows.hasNext() ? rows.next().toList() : List.of());
      while (columns.size() > 0 && line > 0) {
        line = parser.getCurrentLineNumber() + 1;
        if (!rows.hasNext()) {
          break;
        }
        row(line, rows.next());
      }
    } catch (UncheckedIOException e) {
      problems.add(
          new BadRow(
              parser.getCurrentLineNumber() + 1,
              "",
              "",
              "a quotation mark is not closed, or text stands behind one",
              "Double each quotation mark inside a value, and put one around the value"));
    }
    if (pairs.isEmpty() && problems.isEmpty()) {
      problems.add(
          new BadRow(1, "", "", "there is no pair", "Write a row per pair below the header"));
    }
  }

  private void header(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).toLowerCase(Locale.ROOT);
      if (PairColumns.all().contains(name) && columns.put(name, i) != null) {
        problems.add(new BadRow(1, name, "", "the column is there twice", "Remove one of them"));
      } else if (isMisspelt(name)) {
        problems.add(new BadRow(1, name, "", "there is no such column", "Known are " + known()));
      }
    }
    for (String name : PairColumns.REQUIRED) {
      if (!columns.containsKey(name)) {
        problems.add(
            new BadRow(1, name, "", "the column is missing", "Add it to the header in line 1"));
      }
    }
  }

  private static boolean isMisspelt(String name) {
    return !PairColumns.all().contains(name)
        && PairColumns.SIDES.stream().anyMatch(name::startsWith);
  }

  private static String known() {
    return PairColumns.all().stream().collect(Collectors.joining(", "));
  }

  private void row(long line, CSVRecord row) {
    if (row.size() == 1 && row.get(0).isEmpty()) {
      return;
    }
    int width = columns.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    if (row.size() < width) {
      problems.add(
          new BadRow(
              line,
              "",
              "",
              "the row has " + row.size() + " columns of at least " + width,
              "Fill it up; a value that holds the delimiter goes between quotation marks"));
      return;
    }
    String label = value(row, PairColumns.LABEL).toLowerCase(Locale.ROOT);
    check(line, row, label);
    RecordRef left = RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, key(line, row, "left_"));
    RecordRef right =
        RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, LEGAL_ENTITY, key(line, row, "right_"));
    pairs.add(
        new LabelledPair(
            line,
            profile(left, row, "left_"),
            profile(right, row, "right_"),
            label.equals(PairColumns.SAME)));
  }

  private void check(long line, CSVRecord row, String label) {
    if (columns.containsKey(PairColumns.LABEL)
        && !label.equals(PairColumns.SAME)
        && !label.equals(PairColumns.DIFFERENT)) {
      problems.add(
          new BadRow(
              line,
              PairColumns.LABEL,
              value(row, PairColumns.LABEL),
              label.isEmpty() ? "nobody says what it is" : "it is neither of both words",
              "Write same or different"));
    }
    for (String side : PairColumns.SIDES) {
      boolean empty =
          columns.keySet().stream()
              .filter(name -> name.startsWith(side) && !name.equals(side + PairColumns.ID))
              .allMatch(name -> value(row, name).isEmpty());
      if (empty) {
        problems.add(
            new BadRow(
                line,
                side + "name",
                "",
                "nothing is known about this record",
                "Fill at least one of its columns, or remove the row"));
      }
    }
  }

  /** A record without an id is another one in each row. */
  private String key(long line, CSVRecord row, String side) {
    String id = value(row, side + PairColumns.ID);
    return id.isEmpty() ? "line " + line : id;
  }

  private Profile profile(RecordRef record, CSVRecord row, String side) {
    return PairColumns.profile(record, name -> value(row, side + name));
  }

  private String value(CSVRecord row, String column) {
    Integer at = columns.get(column);
    return at == null || at >= row.size() ? "" : row.get(at);
  }
}
