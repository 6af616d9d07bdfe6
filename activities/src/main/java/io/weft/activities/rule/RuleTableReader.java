package io.weft.activities.rule;

import io.weft.activities.mapping.Formula;
import io.weft.activities.value.Type;
import io.weft.activities.value.Values;
import io.weft.activities.yaml.Nearest;
import io.weft.activities.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads rules from YAML: a list of blocks with {@code when}, which names columns with a value or a
 * list of values, or a {@code formula}, and with what the rule says. A rule that can never apply is
 * refused where an earlier one says otherwise, as nobody can tell which was meant; a warning where
 * it is merely needless.
 */
public final class RuleTableReader {
  private static final String FORMULA = "formula";
  private static final Pattern ID =
      Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** Enough for any list that a person writes. */
  private static final int MOST_PARTS = 500;

  private final Map<String, Type> columns;

  /**
   * @param columns what conditions may look at, see {@link
   *     io.weft.activities.mapping.Mapping#slots}
   */
  public RuleTableReader(Map<String, Type> columns) {
    this.columns = columns;
  }

  /** The table in this list; {@code then} reads what a rule says from its block. */
  public <T> RuleTable<T> read(YamlNode list, Function<YamlNode, T> then) {
    List<RuleTable.Row<T>> rows = new ArrayList<>();
    for (YamlNode block : list.items()) {
      Condition when = condition(block.child("when"));
      RuleTable.Row<T> row = new RuleTable.Row<>(block.where(), when, then.apply(block));
      block.done();
      warn(block, row, rows);
      rows.add(row);
    }
    return new RuleTable<>(rows);
  }

  /** The condition of one block. */
  public Condition condition(YamlNode node) {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    Formula formula = null;
    for (Map.Entry<String, YamlNode> entry : node.entries().entrySet()) {
      if (entry.getKey().equals(FORMULA)) {
        formula = formula(entry.getValue());
      } else {
        values.put(entry.getKey(), texts(entry.getKey(), entry.getValue()));
      }
    }
    return new Condition(values, formula);
  }

  private Set<String> texts(String column, YamlNode node) {
    if (!columns.containsKey(column)) {
      node.problem("is no column of this record", Nearest.hint(column, names()));
    }
    Set<String> texts = new LinkedHashSet<>();
    for (YamlNode item : node.items()) {
      texts.add(canonical(item, columns.getOrDefault(column, Type.STRING)));
    }
    if (texts.isEmpty()) {
      node.problem("has no value, so the rule never applies", "Name a value, or leave it out");
    }
    return texts;
  }

  /** As a record shows such a value; one that no record can have is refused. */
  private static String canonical(YamlNode item, Type type) {
    String text = item.text();
    if (type == Type.REFERENCE && !text.isEmpty() && !ID.matcher(text).matches()) {
      item.problem(
          "is no id of a row, so the rule never applies",
          "Write the id, or a formula with lookup('Table', Column) == '" + text + "'");
    }
    try {
      return Values.parse(type, text).text();
    } catch (IllegalArgumentException e) {
      item.problem("does not fit the column: " + e.getMessage(), "Correct the value");
      return text;
    }
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(columns.keySet());
    names.add(FORMULA);
    return names;
  }

  private @Nullable Formula formula(YamlNode node) {
    try {
      return Formula.compile(node.text(), columns);
    } catch (Formula.Invalid e) {
      node.problem("is no formula: " + e.getMessage(), "Correct it there");
      return null;
    }
  }

  private static <T> void warn(
      YamlNode block, RuleTable.Row<T> row, List<RuleTable.Row<T>> before) {
    if (row.when().looksAtNothing()) {
      block.warning("looks at nothing of the record", "Name a column, or leave out 'when'");
    }
    for (RuleTable.Row<T> earlier : before) {
      if (earlier.when().covers(row.when())) {
        needless(block, row, List.of(earlier), "the rule at " + earlier.where() + " comes first");
        return;
      }
    }
    warnOfAll(block, row, before);
  }

  /** Several earlier rules may take away together what each alone does not. */
  private static <T> void warnOfAll(
      YamlNode block, RuleTable.Row<T> row, List<RuleTable.Row<T>> before) {
    Set<RuleTable.Row<T>> taking = new LinkedHashSet<>();
    for (Condition part : row.when().parts(MOST_PARTS)) {
      Optional<RuleTable.Row<T>> taken =
          before.stream().filter(earlier -> earlier.when().covers(part)).findFirst();
      if (taken.isEmpty()) {
        return;
      }
      taking.add(taken.get());
    }
    if (!taking.isEmpty()) {
      String places =
          before.stream()
              .filter(taking::contains)
              .map(RuleTable.Row::where)
              .collect(Collectors.joining(" and "));
      needless(block, row, taking, "the rules at " + places + " come first");
    }
  }

  private static <T> void needless(
      YamlNode block, RuleTable.Row<T> row, Collection<RuleTable.Row<T>> taking, String who) {
    String remedy = "Put the narrower rule first, or remove one";
    String said = String.valueOf(row.then());
    if (taking.stream().allMatch(earlier -> String.valueOf(earlier.then()).equals(said))) {
      block.warning("never applies: " + who, remedy);
    } else {
      block.problem(
          "never applies: "
              + who
              + (taking.size() == 1 ? " and says otherwise" : ", one of which says otherwise"),
          remedy);
    }
  }
}
