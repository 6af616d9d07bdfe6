package io.weft.activities.yaml;

import java.io.StringReader;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Turns YAML text into nodes that know their line; notes what is no YAML and doubled keys. */
final class YamlText {
  private static final int MAX_ALIASES = 20;
  private static final int MAX_DEPTH = 30;
  private static final int MAX_SIZE = 2_000_000;

  private final String file;
  private final ConfigErrors errors;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  YamlText(String file, ConfigErrors errors) {
    this.file = file;
    this.errors = errors;
  }

  /** The root, or null for an empty file or one that is no YAML. */
  @Nullable Node compose(String text) {
    try {
      Node root = yaml().compose(new StringReader(text));
      if (root != null) {
        refuseDoubledKeys(root);
      }
      return root;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      note(line, "", "is no valid YAML: " + e.getProblem(), "Check indentation and quotes here");
    } catch (YAMLException e) {
      note(1, "", "cannot be read: " + e.getMessage(), "Make the file smaller and flatter");
    }
    return null;
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(MAX_ALIASES);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(MAX_SIZE);
    options.setAllowRecursiveKeys(false);
    return new Yaml(new SafeConstructor(options));
  }

  private void refuseDoubledKeys(Node node) {
    if (!seen.add(node)) {
      return; // an alias
    }
    if (node instanceof MappingNode mapping) {
      Map<String, Integer> lines = new LinkedHashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        checkKey(tuple.getKeyNode(), lines);
        refuseDoubledKeys(tuple.getValueNode());
      }
    } else if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(this::refuseDoubledKeys);
    }
  }

  private void checkKey(Node key, Map<String, Integer> lines) {
    int line = key.getStartMark().getLine() + 1;
    if (!(key instanceof ScalarNode scalar)) {
      note(line, "", "has a key that is no text", "Write a plain word before the colon");
      return;
    }
    Integer first = lines.putIfAbsent(scalar.getValue(), line);
    if (first != null) {
      String what = "is there twice, first in line " + first;
      note(line, scalar.getValue(), what, "Keep one of the two");
    }
  }

  private void note(int line, String key, String what, String remedy) {
    errors.note(new ConfigErrors.Entry(file, line, key, "", what, remedy));
  }
}
