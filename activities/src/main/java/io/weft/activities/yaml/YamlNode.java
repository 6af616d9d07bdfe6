package io.weft.activities.yaml;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A place in a settings file. A getter never throws: it notes the problem with file and line and
 * returns a placeholder, so that one reading finds every problem. After all getters, {@link #done}
 * notes the keys that nobody asked for. Scalars are taken as they are written: {@code NO} is Norway
 * unless it is read as a flag.
 */
public final class YamlNode {
  private final String file;
  private final ConfigErrors errors;
  private final String path;
  private final int line;
  private final @Nullable Node node;
  private @Nullable Map<String, YamlNode> children;
  private final List<String> asked = new ArrayList<>();

  private YamlNode(String file, ConfigErrors errors, String path, int line, @Nullable Node node) {
    this.file = file;
    this.errors = errors;
    this.path = path;
    this.line = line;
    this.node = node;
  }

  /** Made when asked for, because an alias may hold itself. */
  private Map<String, YamlNode> children() {
    if (children == null) {
      Map<String, YamlNode> found = new LinkedHashMap<>();
      if (node instanceof MappingNode mapping) {
        mapping.getValue().forEach(tuple -> addChild(tuple, found));
      }
      children = found;
    }
    return children;
  }

  private void addChild(NodeTuple tuple, Map<String, YamlNode> found) {
    if (tuple.getKeyNode() instanceof ScalarNode key) {
      String name = key.getValue();
      int at = key.getStartMark().getLine() + 1;
      String below = path.isEmpty() ? name : path + "." + name;
      found.putIfAbsent(name, new YamlNode(file, errors, below, at, tuple.getValueNode()));
    }
  }

  /** The root of a file; an empty node if the text is no YAML, which is noted. */
  public static YamlNode parse(String file, String text, ConfigErrors errors) {
    return new YamlNode(file, errors, "", 1, new YamlText(file, errors).compose(text));
  }

  /** Whether the key is there with a value. */
  public boolean has(String key) {
    asked.add(key);
    YamlNode child = children().get(key);
    return child != null && !child.isEmpty();
  }

  /** Whether nothing is written here. */
  public boolean isEmpty() {
    return node == null || (node instanceof ScalarNode s && s.isPlain() && isNull(s.getValue()));
  }

  /** Whether this is a single value, no list and no block. */
  public boolean isScalar() {
    return node instanceof ScalarNode && !isEmpty();
  }

  /** Whether this is a list. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  private static boolean isNull(String text) {
    return text.isEmpty() || text.equals("~") || text.equals("null");
  }

  /** The node under a key; an empty one if there is none. */
  public YamlNode child(String key) {
    asked.add(key);
    YamlNode child = children().get(key);
    String below = path.isEmpty() ? key : path + "." + key;
    return child != null ? child : new YamlNode(file, errors, below, line, null);
  }

  /** The nodes of a block by key, in the file's order; for keys that are names. */
  public Map<String, YamlNode> entries() {
    if (!isEmpty() && !(node instanceof MappingNode)) {
      problem("must be a block of names", "Write one 'name: value' per line, indented");
    }
    asked.addAll(children().keySet());
    return new LinkedHashMap<>(children());
  }

  /** The nodes of the list under a key; none if the key is missing. */
  public List<YamlNode> list(String key) {
    return child(key).items();
  }

  /** The nodes of this list. A single value counts as a list of one. */
  public List<YamlNode> items() {
    if (isEmpty()) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      return List.of(this);
    }
    List<YamlNode> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      String below = path + "[" + items.size() + "]";
      items.add(new YamlNode(file, errors, below, item.getStartMark().getLine() + 1, item));
    }
    return items;
  }

  /** The texts of the list under a key. */
  public List<String> texts(String key) {
    return list(key).stream().map(YamlNode::text).toList();
  }

  /** This value as text; "" and a problem if it is a list, a block or missing. */
  public String text() {
    if (node instanceof ScalarNode scalar && !isEmpty()) {
      return scalar.getValue();
    }
    problem(isEmpty() ? "is missing" : "must be a single value", "Write a value after the colon");
    return "";
  }

  /** The text under a key; "" and a problem if it is missing. */
  public String text(String key) {
    return child(key).text();
  }

  /** The text under a key, or the given one if the key is missing. */
  public String text(String key, String otherwise) {
    return has(key) ? child(key).text() : otherwise;
  }

  /** The text under a key; empty if it is missing. */
  public Optional<String> optionalText(String key) {
    return has(key) ? Optional.of(child(key).text()) : Optional.empty();
  }

  /** true, yes, on or false, no, off under a key. */
  public boolean flag(String key, boolean otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    YamlNode child = child(key);
    return switch (child.text().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> {
        child.problem("is neither true nor false", "Write true or false");
        yield otherwise;
      }
    };
  }

  /** A whole number above zero under a key. */
  public int positiveInt(String key, int otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    YamlNode child = child(key);
    try {
      int number = Integer.parseInt(child.text());
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // noted below, like zero and less
    }
    child.problem("is no whole number above zero", "Write for example " + Math.max(otherwise, 1));
    return otherwise;
  }

  /** A duration under a key: {@code 30s}, {@code 5m}, {@code 72h}, {@code 7d} or ISO 8601. */
  public Duration duration(String key, Duration otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    YamlNode child = child(key);
    try {
      return Durations.parse(child.text());
    } catch (DateTimeParseException | ArithmeticException e) {
      child.problem("is no duration", "Write for example 30s, 5m, 72h or 7d");
      return otherwise;
    }
  }

  /** One of an enum's constants under a key, written in lower case with hyphens. */
  public <E extends Enum<E>> E oneOf(String key, Class<E> kind, E otherwise) {
    return has(key) ? child(key).oneOf(kind, otherwise) : otherwise;
  }

  /** This value as one of an enum's constants, written in lower case with hyphens. */
  public <E extends Enum<E>> E oneOf(Class<E> kind, E otherwise) {
    String text = text();
    for (E constant : kind.getEnumConstants()) {
      if (word(constant).equals(text.toLowerCase(Locale.ROOT))) {
        return constant;
      }
    }
    if (!text.isEmpty()) {
      List<String> words = Arrays.stream(kind.getEnumConstants()).map(YamlNode::word).toList();
      problem("is not known", Nearest.hint(text, words));
    }
    return otherwise;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Notes every key of this block that no getter asked for, with the likeliest one meant. */
  public void done() {
    if (node != null && !isEmpty() && !(node instanceof MappingNode)) {
      problem("must be a block of settings", "Write 'name: value' lines, indented");
    }
    for (Map.Entry<String, YamlNode> entry : children().entrySet()) {
      if (!asked.contains(entry.getKey())) {
        entry.getValue().unknown(entry.getKey(), asked.stream().distinct().toList());
      }
    }
  }

  private void unknown(String key, List<String> known) {
    errors.note(
        new ConfigErrors.Entry(file, line, path, "", "is unknown", Nearest.hint(key, known)));
  }

  /** The same node, noting its problems elsewhere; to look ahead. */
  public YamlNode quietly(ConfigErrors elsewhere) {
    return new YamlNode(file, elsewhere, path, line, node);
  }

  /** Notes a problem with this value; {@code what} goes on from the value, the remedy is a call. */
  public void problem(String what, String remedy) {
    errors.note(new ConfigErrors.Entry(file, line, path, shown(), what, remedy));
  }

  /** Notes something that is allowed but hardly meant. */
  public void warning(String what, String remedy) {
    errors.warn(new ConfigErrors.Entry(file, line, path, shown(), what, remedy));
  }

  private String shown() {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** File and line, for messages. */
  public String where() {
    return file + ":" + line;
  }

  /** The key of this node with those above it, "" for the root. */
  public String path() {
    return path;
  }
}
