package io.weft.activities.rule;

import io.weft.activities.mapping.ValueMap;
import io.weft.activities.value.Type;
import io.weft.activities.yaml.Nearest;
import io.weft.activities.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads where financial dimensions come from. */
final class DerivationReader {
  private final Map<String, Type> columns;
  private final Map<String, String> own;

  /** What becomes of words without an entry in the value map. */
  private enum Words {
    PARK,
    PASS
  }

  /** What becomes of a document without a value. */
  private enum Otherwise {
    LEAVE,
    PARK
  }

  DerivationReader(Map<String, Type> columns, Map<String, String> own) {
    this.columns = columns;
    this.own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    this.own.putAll(own);
  }

  /** All dimensions of a block, in the order of the file. */
  Map<String, Derivation> all(YamlNode block) {
    Map<String, Derivation> all = new LinkedHashMap<>();
    Map<String, String> seen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    block
        .entries()
        .forEach(
            (name, node) -> {
              String before = seen.putIfAbsent(name, name);
              if (before != null) {
                node.problem("is there twice, first as " + before, "Keep one of the two");
              }
              all.put(name, node.isScalar() ? constant(name, node) : one(name, node));
            });
    return all;
  }

  private Derivation constant(String name, YamlNode node) {
    return new Derivation(
        node.where(), node.path(), own.get(name), RuleTable.empty(), null, value(node), false);
  }

  private Derivation one(String name, YamlNode node) {
    String column = column(name, node);
    ValueMap values = values(node);
    RuleTable<Derivation.Source> rules =
        new RuleTableReader(columns)
            .read(node.child("rules"), block -> source(block, values != null));
    if (column != null) {
      refuseIds(node.has("column") ? node.child("column") : node, column, values != null);
    }
    String byDefault = node.has("default") ? value(node.child("default")) : null;
    boolean needed = node.oneOf("otherwise", Otherwise.class, Otherwise.LEAVE) == Otherwise.PARK;
    if (byDefault != null && node.has("otherwise")) {
      node.child("otherwise").problem("is never used beside a default", "Remove one of the two");
    }
    if (column == null && rules.rows().isEmpty() && byDefault == null) {
      node.problem("never gets a value", "Name a column, rules or a default");
    }
    node.done();
    return new Derivation(node.where(), node.path(), column, rules, values, byDefault, needed);
  }

  private @Nullable String column(String name, YamlNode node) {
    Optional<String> named = node.optionalText("column");
    if (named.isPresent()) {
      known(node.child("column"), named.get());
      return named.get();
    }
    return own.get(name);
  }

  private void known(YamlNode node, String column) {
    if (!columns.containsKey(column)) {
      node.problem(
          "is no column of this record", Nearest.hint(column, List.copyOf(columns.keySet())));
    }
  }

  /** D365 knows no ids of Creatio. */
  private void refuseIds(YamlNode node, String column, boolean mapped) {
    if (columns.get(column) == Type.REFERENCE && !mapped) {
      node.problem(
          "takes " + column + ", which holds the id of a row that D365 does not know",
          "Add values: the id of each row with its code, or use rules");
    }
  }

  private static @Nullable ValueMap values(YamlNode node) {
    boolean pass = node.oneOf("others", Words.class, Words.PARK) == Words.PASS;
    if (!node.has("values")) {
      if (node.has("others")) {
        node.child("others").problem("says what becomes of words without values", "Remove it");
      }
      return null;
    }
    Map<String, String> words = new LinkedHashMap<>();
    node.child("values").entries().forEach((word, code) -> words.put(word, value(code)));
    return new ValueMap(words, pass);
  }

  private Derivation.Source source(YamlNode block, boolean mapped) {
    boolean constant = block.has("value");
    boolean column = block.has("column");
    if (constant == column) {
      block.problem("must say one thing", "Write value: a code, or column: a name");
    }
    if (column && !constant) {
      String name = block.text("column");
      known(block.child("column"), name);
      refuseIds(block.child("column"), name, mapped);
      return new Derivation.Source.Column(name);
    }
    return new Derivation.Source.Constant(constant ? value(block.child("value")) : "");
  }

  private static String value(YamlNode node) {
    String value = node.text().strip();
    if (value.isEmpty() && node.isScalar()) {
      node.problem("is empty", "Write a code, in quotes if it is a number");
    }
    return value;
  }
}
