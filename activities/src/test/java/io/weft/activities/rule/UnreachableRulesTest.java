package io.weft.activities.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.mapping.MapLookUps;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Type;
import io.weft.activities.value.Values;
import io.weft.activities.yaml.ConfigErrors;
import io.weft.activities.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * A rule is told of, as a warning or as a problem, exactly if no record reaches it, as trying all
 * of them shows.
 */
class UnreachableRulesTest {
  private static final Map<String, Type> COLUMNS =
      new TreeMap<>(Map.of("A", Type.STRING, "B", Type.STRING));

  /** The last one stands for all that no rule names. */
  private static final List<String> WORLD = List.of("x", "y", "z", "other");

  @RepeatedTest(200)
  void unreachableRulesAreTheOnesToldOf(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      int to = random.nextInt(3);
      text.append("- {when: {")
          .append(condition(random))
          .append("}, to: ")
          .append(to)
          .append("}\n");
    }
    ConfigErrors errors = new ConfigErrors();
    YamlNode list = YamlNode.parse("rules.yaml", text.toString(), errors);

    RuleTable<String> table = new RuleTableReader(COLUMNS).read(list, block -> block.text("to"));

    Set<String> told = new TreeSet<>();
    errors.warnings().forEach(warning -> told.add(warning.file() + ":" + warning.line()));
    errors.entries().forEach(problem -> told.add(problem.file() + ":" + problem.line()));
    assertThat(told).as("%s", text).isEqualTo(unreached(table));
    assertThat(errors.entries())
        .as("what is refused")
        .allSatisfy(problem -> assertThat(problem.toString()).contains("says otherwise"));
  }

  private static Set<String> unreached(RuleTable<String> table) {
    Set<String> unreached = new TreeSet<>();
    table.rows().forEach(row -> unreached.add(row.where()));
    for (String a : WORLD) {
      for (String b : WORLD) {
        Fields record = Fields.of("A", Values.text(a)).with("B", Values.text(b));
        table.first(record, MapLookUps.NONE).ifPresent(row -> unreached.remove(row.where()));
      }
    }
    return unreached;
  }

  private static String condition(Random random) {
    String a = column(random, "A");
    String b = column(random, "B");
    return a + (a.isEmpty() || b.isEmpty() ? "" : ", ") + b;
  }

  private static String column(Random random, String name) {
    Set<String> words = new TreeSet<>();
    for (String word : WORLD.subList(0, 3)) {
      if (random.nextInt(3) == 0) {
        words.add(word);
      }
    }
    return words.isEmpty() ? "" : name + ": " + words;
  }
}
