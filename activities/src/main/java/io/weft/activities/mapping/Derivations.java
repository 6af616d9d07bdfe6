package io.weft.activities.mapping;

import io.weft.activities.value.Type;
import io.weft.activities.value.Values;
import io.weft.activities.yaml.Nearest;
import io.weft.activities.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how a value is computed instead of copied: {@code constant, concat, formula}. */
final class Derivations {
  private final Map<String, Type> fields;

  /**
   * @param fields what a formula may look at
   */
  Derivations(Map<String, Type> fields) {
    this.fields = fields;
  }

  /** The computation; null if the rule copies a field. */
  @Nullable Transform read(YamlNode block, Type type) {
    List<Transform> found = new ArrayList<>();
    if (block.has("constant")) {
      found.add(constant(block.child("constant"), type));
    }
    if (block.has("concat")) {
      found.add(concat(block.child("concat")));
    }
    if (block.has("formula")) {
      found.add(formula(block.child("formula")));
    }
    if (found.size() > 1) {
      block.problem("is computed in several ways", "Keep one of constant, concat and formula");
    }
    return found.isEmpty() ? null : found.get(0);
  }

  private static Transform constant(YamlNode node, Type type) {
    try {
      return Transforms.constant(Values.parse(type, node.text()));
    } catch (IllegalArgumentException e) {
      String word = RuleReader.word(type);
      node.problem("is no " + word, "Write a " + word + ", or change the type of the field");
      return Transform.NONE;
    }
  }

  private Transform concat(YamlNode node) {
    Transform concat = Transforms.concat(node.text());
    List<String> known = List.copyOf(fields.keySet());
    for (String name : concat.reads()) {
      if (!fields.containsKey(name)) {
        node.problem("names the unknown field '" + name + "'", Nearest.hint(name, known));
      }
    }
    return concat;
  }

  private Transform formula(YamlNode node) {
    try {
      return Transforms.formula(Formula.compile(node.text(), fields));
    } catch (Formula.Invalid e) {
      node.problem(
          "is no formula: " + e.getMessage(),
          "Correct it there; a column that is not mapped must be listed under 'columns'");
      return Transform.NONE;
    }
  }
}
