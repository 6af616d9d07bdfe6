package io.weft.activities.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weft.activities.yaml.ConfigErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Walks through a document and its schema side by side. In every block that the schema closes, a
 * key that nobody knows is put in; the reader then says which keys it knows there.
 */
final class SchemaWalk {
  private static final String NOBODYS = "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz";
  private static final String KNOWN = "Known here: ";

  private final JsonNode schema;
  private final Function<String, List<ConfigErrors.Entry>> reader;
  private final Set<JsonNode> visited = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<String> differences = new ArrayList<>();
  private JsonNode document;

  /**
   * @param reader what the reader complains about in a text
   */
  SchemaWalk(JsonNode schema, Function<String, List<ConfigErrors.Entry>> reader) {
    this.schema = schema;
    this.reader = reader;
  }

  void compare(JsonNode root) {
    document = root;
    walk(schema, root, "");
  }

  /** Where the schema and the reader know different keys. */
  List<String> differences() {
    return differences;
  }

  /** Closed blocks of the schema that the document does not have, but for those below a path. */
  List<String> notVisited(String but) {
    Map<String, JsonNode> closed = new TreeMap<>();
    collect(schema, "", closed);
    return closed.entrySet().stream()
        .filter(entry -> but.isEmpty() || !entry.getKey().startsWith(but))
        .filter(entry -> !visited.contains(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void collect(JsonNode node, String path, Map<String, JsonNode> closed) {
    if (isClosed(node)) {
      closed.put(path, node);
    }
    if (node.isObject()) {
      node.properties().forEach(e -> collect(e.getValue(), path + "/" + e.getKey(), closed));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(node.get(i), path + "/" + i, closed);
      }
    }
  }

  private static boolean isClosed(JsonNode node) {
    return node.path("additionalProperties").isBoolean() && node.has("properties");
  }

  private void walk(JsonNode rule, JsonNode value, String pointer) {
    List<JsonNode> choices = choices(rule);
    if (value.isObject()) {
      List<JsonNode> blocks = choices.stream().filter(c -> takes(c, value)).toList();
      blocks.forEach(block -> block(block, union(choices), (ObjectNode) value, pointer));
    } else if (value.isArray()) {
      for (JsonNode choice : choices) {
        for (int i = 0; choice.has("items") && i < value.size(); i++) {
          walk(choice.get("items"), value.get(i), pointer + "/" + i);
        }
      }
    }
  }

  /** What a rule may be, references followed. */
  private List<JsonNode> choices(JsonNode rule) {
    if (rule.has("$ref")) {
      return choices(schema.at(rule.get("$ref").asText().substring(1)));
    }
    if (!rule.has("anyOf")) {
      return List.of(rule);
    }
    List<JsonNode> all = new ArrayList<>();
    rule.get("anyOf").forEach(one -> all.addAll(choices(one)));
    return all;
  }

  private static boolean takes(JsonNode choice, JsonNode value) {
    for (JsonNode needed : choice.path("required")) {
      if (!value.has(needed.asText())) {
        return false;
      }
    }
    return choice.has("properties") || choice.path("additionalProperties").isObject();
  }

  private static Set<String> union(List<JsonNode> choices) {
    Set<String> names = new TreeSet<>();
    choices.forEach(choice -> choice.path("properties").fieldNames().forEachRemaining(names::add));
    return names;
  }

  private void block(JsonNode rule, Set<String> union, ObjectNode value, String pointer) {
    if (isClosed(rule)) {
      visited.add(rule);
      compareKeys(own(rule, value), union, pointer);
    }
    value
        .properties()
        .forEach(
            entry -> {
              JsonNode below = rule.path("properties").path(entry.getKey());
              JsonNode next = below.isMissingNode() ? rule.path("additionalProperties") : below;
              String escaped = entry.getKey().replace("~", "~0").replace("/", "~1");
              walk(next, entry.getValue(), pointer + "/" + escaped);
            });
  }

  /** The keys of a block, but for those that others of its keys exclude. */
  private Set<String> own(JsonNode rule, JsonNode value) {
    Set<String> own = union(List.of(rule));
    rule.path("dependentSchemas")
        .properties()
        .forEach(
            entry -> {
              if (value.has(entry.getKey())) {
                choices(entry.getValue())
                    .forEach(
                        one -> one.path("properties").fieldNames().forEachRemaining(own::remove));
              }
            });
    return own;
  }

  private void compareKeys(Set<String> own, Set<String> union, String pointer) {
    Set<String> known = known(pointer);
    if (!known.containsAll(own) || !union.containsAll(known)) {
      differences.add(pointer + ": schema " + own + ", reader " + known);
    }
  }

  private Set<String> known(String pointer) {
    JsonNode copy = document.deepCopy();
    ((ObjectNode) copy.at(pointer)).put(NOBODYS, "1");
    return reader.apply(YamlTree.text(copy)).stream()
        .filter(entry -> entry.key().endsWith(NOBODYS))
        .filter(entry -> entry.remedy().startsWith(KNOWN))
        .findFirst()
        .map(entry -> entry.remedy().substring(KNOWN.length()).split(", "))
        .map(names -> (Set<String>) new TreeSet<>(Arrays.asList(names)))
        .orElseGet(TreeSet::new);
  }

  /** Keys without a word about them. */
  static List<String> undescribed(JsonNode schema) {
    List<String> found = new ArrayList<>();
    undescribed(schema, "", found);
    return found;
  }

  private static void undescribed(JsonNode node, String path, List<String> found) {
    node.path("properties")
        .properties()
        .forEach(
            entry -> {
              boolean aside = entry.getValue().has("$ref") || entry.getValue().isBoolean();
              if (!entry.getValue().has("description") && !aside) {
                found.add(path + "/" + entry.getKey());
              }
            });
    if (node.isContainerNode()) {
      node.properties().forEach(e -> undescribed(e.getValue(), path + "/" + e.getKey(), found));
      for (int i = 0; node.isArray() && i < node.size(); i++) {
        undescribed(node.get(i), path + "/" + i, found);
      }
    }
  }
}
