package io.weft.activities.rule;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.ValueMap;
import io.weft.activities.value.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of one financial dimension comes from: the record's own column, where it is
 * filled; else the first rule that applies; else the default.
 *
 * @param where file and line, for messages
 * @param path the key in the file, for remedies
 * @param column the record's own column; null for none
 * @param values from the column's words to the dimension's codes; null: the word is the code
 * @param byDefault where neither column nor rule gives a value; null for none
 * @param needed whether a document without a value waits for a person
 */
public record Derivation(
    String where,
    String path,
    @Nullable String column,
    RuleTable<Source> rules,
    @Nullable ValueMap values,
    @Nullable String byDefault,
    boolean needed) {

  /** What a rule says. */
  public sealed interface Source {
    /** This value. */
    record Constant(String value) implements Source {}

    /** What a column of the record says, by the value map. */
    record Column(String name) implements Source {}
  }

  /** What came out for one record. */
  sealed interface Result {
    record Value(String code, String why) implements Result {}

    /** Nothing to set: what is there stays. */
    record Nothing() implements Result {}

    record No(Refused refused) implements Result {}
  }

  /** Derives the value for one record. */
  Result derive(String dimension, Fields record, LookUps lookUps) {
    if (column != null && !text(record, column).isEmpty()) {
      return mapped(dimension, column, record, "as " + column + " of the record says");
    }
    Optional<RuleTable.Row<Source>> row = rules.first(record, lookUps);
    if (row.isPresent()) {
      String why = "by the " + row.get().words();
      Source source = row.get().then();
      if (source instanceof Source.Constant constant) {
        return new Result.Value(constant.value(), why);
      }
      if (source instanceof Source.Column other && !text(record, other.name()).isEmpty()) {
        return mapped(dimension, other.name(), record, why);
      }
    }
    return byDefault != null
        ? new Result.Value(byDefault, "by default (" + where + ")")
        : nothing(dimension, record);
  }

  private Result mapped(String dimension, String name, Fields record, String why) {
    String word = text(record, name);
    Optional<String> code = values == null ? Optional.of(word) : values.code(word);
    return code.<Result>map(found -> new Result.Value(found, why))
        .orElseGet(
            () ->
                new Result.No(
                    new Refused(
                        dimension,
                        word,
                        dimension
                            + ": '"
                            + word
                            + "' of "
                            + name
                            + " is not in the value map ("
                            + where
                            + ").",
                        "Add it to " + path + ".values, or correct the record, then retry.")));
  }

  private Result nothing(String dimension, Fields record) {
    if (!needed) {
      return new Result.Nothing();
    }
    String empty = column == null ? "" : column + " is empty and ";
    String seen = rules.seen(record);
    return new Result.No(
        new Refused(
            dimension,
            "",
            dimension
                + " has no value: "
                + empty
                + "no rule applies"
                + (seen.isEmpty() ? "" : " (" + seen + ")")
                + ".",
            "Fill it on the record, or add a rule or a default to " + path + ", then retry."));
  }

  private static String text(Fields record, String name) {
    return record.get(name).text().strip();
  }

  /** Every code that is written in the file. */
  List<Named> named(String dimension) {
    List<Named> named = new ArrayList<>();
    for (RuleTable.Row<Source> row : rules.rows()) {
      if (row.then() instanceof Source.Constant constant) {
        named.add(new Named(dimension, constant.value(), row.where()));
      }
    }
    if (values != null) {
      values.toD365().values().forEach(code -> named.add(new Named(dimension, code, where)));
    }
    if (byDefault != null) {
      named.add(new Named(dimension, byDefault, where));
    }
    return named;
  }
}
