package io.weft.activities.rule;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** Whether one of the rules applies to every record. */
  boolean alwaysApplies() {
    return rows.stream().anyMatch(row -> row.when().covers(Condition.ALWAYS));
  }

  /** What the rules look at, with what the record says there: {@code SourceOrder is empty, ...}. */
  String seen(Fields record) {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.when().reads()));
    return columns.stream()
        .map(column -> column + " is " + shown(record.get(column)))
        .collect(Collectors.joining(", "));
  }

  private static String shown(Value value) {
    return value.isAbsent() ? "empty" : "'" + value.text() + "'";
  }
}
