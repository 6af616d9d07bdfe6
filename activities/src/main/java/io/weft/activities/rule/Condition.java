package io.weft.activities.rule;

import io.weft.activities.mapping.Formula;
import io.weft.activities.mapping.LookUps;
import io.weft.activities.value.Fields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When a rule applies: every named column has one of its values, compared as text without case, and
 * the formula holds. Without either it always applies.
 */
public record Condition(Map<String, Set<String>> values, @Nullable Formula formula) {
  /** Applies to every record. */
  public static final Condition ALWAYS = new Condition(Map.of(), null);

  public Condition {
    Map<String, Set<String>> copy = new LinkedHashMap<>();
    values.forEach((column, texts) -> copy.put(column, lower(texts)));
    values = Collections.unmodifiableMap(copy);
  }

  private static Set<String> lower(Set<String> texts) {
    Set<String> lower = new TreeSet<>();
    texts.forEach(text -> lower.add(text.toLowerCase(Locale.ROOT)));
    return Collections.unmodifiableSet(lower);
  }

  /** Whether it applies to a record. */
  public boolean holds(Fields record, LookUps lookUps) {
    for (Map.Entry<String, Set<String>> entry : values.entrySet()) {
      String text = record.get(entry.getKey()).text().toLowerCase(Locale.ROOT);
      if (!entry.getValue().contains(text)) {
        return false;
      }
    }
    return formula == null || formula.test(record, lookUps);
  }

  /** Whether it surely applies wherever the other one does. */
  boolean covers(Condition other) {
    boolean sameFormula =
        formula == null || String.valueOf(formula).equals(String.valueOf(other.formula));
    return sameFormula
        && values.entrySet().stream()
            .allMatch(
                e ->
                    other.values.containsKey(e.getKey())
                        && e.getValue().containsAll(other.values.get(e.getKey())));
  }

  /** Whether it looks at nothing of the record. */
  boolean looksAtNothing() {
    return values.isEmpty() && formula != null && formula.reads().isEmpty();
  }

  /** The columns that it looks at. */
  Set<String> reads() {
    Set<String> columns = new LinkedHashSet<>(values.keySet());
    if (formula != null) {
      columns.addAll(formula.reads());
    }
    return columns;
  }

  /**
   * The same, taken apart: each part has one value per column. Empty if that would be more than the
   * limit.
   */
  List<Condition> parts(int limit) {
    List<Condition> parts = List.of(new Condition(Map.of(), formula));
    for (Map.Entry<String, Set<String>> entry : values.entrySet()) {
      if (parts.size() * entry.getValue().size() > limit) {
        return List.of();
      }
      List<Condition> next = new ArrayList<>();
      for (Condition part : parts) {
        entry.getValue().forEach(text -> next.add(part.and(entry.getKey(), text)));
      }
      parts = next;
    }
    return parts;
  }

  private Condition and(String column, String text) {
    Map<String, Set<String>> more = new LinkedHashMap<>(values);
    more.put(column, Set.of(text));
    return new Condition(more, formula);
  }

  /** {@code UsrBusinessUnit is north or south}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (column, texts) -> {
          text.append(text.length() == 0 ? "" : " and ").append(column).append(" is ");
          text.append(String.join(" or ", texts));
        });
    if (formula != null) {
      text.append(text.length() == 0 ? "" : " and ").append(formula);
    }
    return text.length() == 0 ? "always" : text.toString();
  }
}
