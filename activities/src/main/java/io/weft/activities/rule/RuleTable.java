package io.weft.activities.rule;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.value.Fields;
import java.util.List;
import java.util.Optional;

/** Rules from top to bottom; the first that applies wins. */
public record RuleTable<T>(List<Row<T>> rows) {
  /**
   * One rule.
   *
   * @param where file and line, for messages
   */
  public record Row<T>(String where, Condition when, T then) {
    /** The rule in words, for explanations. */
    public String words() {
      return "rule at " + where + " (" + when + ")";
    }
  }

  public RuleTable {
    rows = List.copyOf(rows);
  }

  /** No rules. */
  public static <T> RuleTable<T> empty() {
    return new RuleTable<>(List.of());
  }

  /**
   * The first rule that applies to a record.
   *
   * @throws IllegalArgumentException if a formula fails for this record, naming the rule
   */
  public Optional<Row<T>> first(Fields record, LookUps lookUps) {
    for (Row<T> row : rows) {
      try {
        if (row.when().holds(record, lookUps)) {
          return Optional.of(row);
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(row.words() + ": " + e.getMessage(), e);
      }
    }
    return Optional.empty();
  }
}
