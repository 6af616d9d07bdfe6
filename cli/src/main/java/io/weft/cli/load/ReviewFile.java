package io.weft.cli.load;

import io.weft.cli.CommandFailure;
import io.weft.cli.ExitCodes;
import io.weft.workflows.load.ReviewPair.Decided;
import io.weft.workflows.load.ReviewPair.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Decisions as they come back from a spreadsheet: with or without the mark of UTF-8, parted by
 * commas, semicolons or tabs, columns in any order. Every row with a fault is told, with its line.
 */
final class ReviewFile {
  private static final List<String> NEEDED = List.of("id", "decision");

  private final List<Row> rows = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Row> byId = new LinkedHashMap<>();
  private final Map<String, Row> partners = new LinkedHashMap<>();

  private ReviewFile() {}

  /** One decision and where it stands. */
  record Row(long line, Decided decided) {}

  /** What is wrong with a row. */
  record Fault(long line, String column, String value, String what, String remedy) {
    String words() {
      String where = line == 0 ? "" : "line " + line + ", ";
      return where + column + " '" + value + "': " + what + ". " + remedy;
    }
  }

  /** Throws {@link CommandFailure} if there is no such file, or no table in it. */
  static ReviewFile read(Path file) {
    ReviewFile read = new ReviewFile();
    String text = text(file);
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter(text))
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .setAllowMissingColumnNames(true)
            .get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      requireColumns(file, parser);
      for (CSVRecord row : parser) {
        read.take(row, parser.getCurrentLineNumber());
      }
    } catch (CSVException | UncheckedIOException | IllegalArgumentException e) {
      throw unreadable(file, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw unreadable(file, String.valueOf(e), e);
    }
    return read;
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  private static String text(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.indexOf(Csv.MARK) == 0 ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw unreadable(file, "it is not UTF-8; save it as 'CSV UTF-8'", e);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCodes.USAGE, "'" + file + "' is not there or cannot be read: name a CSV file.", e);
    }
  }

  /** Whatever parts the names of the columns. */
  private static char delimiter(String text) {
    String heading = text.lines().findFirst().orElse("");
    return heading.indexOf('\t') >= 0 ? '\t' : heading.indexOf(';') >= 0 ? ';' : ',';
  }

  private static void requireColumns(Path file, CSVParser parser) {
    for (String needed : NEEDED) {
      if (parser.getHeaderNames().stream().noneMatch(needed::equalsIgnoreCase)) {
        throw unreadable(
            file, "it has no column '" + needed + "'; it has " + parser.getHeaderNames(), null);
      }
    }
  }

  private static CommandFailure unreadable(Path file, String why, @Nullable Throwable cause) {
    return new CommandFailure(
        ExitCodes.USAGE,
        "'"
            + file
            + "' is no list of decisions ("
            + why
            + "): write one with weft load review list --out. Nothing was applied.",
        cause);
  }

  private void take(CSVRecord row, long line) {
    String id = cell(row, "id").orElse("");
    String word = cell(row, "decision").orElse("");
    if (word.isEmpty()) {
      return; // not decided yet
    }
    Optional<Decision> decision = decision(word);
    if (id.isEmpty()) {
      fault(line, "id", id, "is missing", "Copy it from weft load review list.");
    } else if (decision.isEmpty()) {
      fault(line, "decision", word, "is no decision", "Write accept or reject, or nothing.");
    } else {
      add(
          new Row(
              line,
              new Decided(
                  id,
                  decision.get(),
                  cell(row, "creatioKey").orElse(null),
                  cell(row, "d365Key").orElse(null))));
    }
  }

  private void add(Row row) {
    Row before = byId.putIfAbsent(row.decided().id(), row);
    if (before != null) {
      String where = "stands on line " + before.line() + " too";
      fault(row.line(), "id", row.decided().id(), where, "Keep one of the two lines.");
    } else if (row.decided().decision() == Decision.REJECT || isFree(row)) {
      rows.add(row);
    }
  }

  /** A record has one partner: two accepted lines with the same record contradict each other. */
  private boolean isFree(Row row) {
    boolean creatio = isFree(row, "creatioKey", row.decided().creatioKey());
    boolean d365 = isFree(row, "d365Key", row.decided().d365Key()); // both are told
    return creatio && d365;
  }

  private boolean isFree(Row row, String column, @Nullable String key) {
    Row before = key == null ? null : partners.putIfAbsent(column + " " + key, row);
    if (before == null || key == null) {
      return true;
    }
    String where = "is accepted on line " + before.line() + " with another partner";
    fault(row.line(), column, key, where, "Reject one of the two.");
    return false;
  }

  private void fault(long line, String column, String value, String what, String remedy) {
    faults.add(new Fault(line, column, value, what, remedy));
  }

  private static Optional<Decision> decision(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "accept", "accepted" -> Optional.of(Decision.ACCEPT);
      case "reject", "rejected" -> Optional.of(Decision.REJECT);
      default -> Optional.empty();
    };
  }

  private static Optional<String> cell(CSVRecord row, String column) {
    return row.isMapped(column) && row.isSet(column)
        ? Optional.of(Csv.plain(row.get(column))).filter(text -> !text.isEmpty())
        : Optional.empty();
  }
}
