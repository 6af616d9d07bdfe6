package io.weft.activities.mapping;

import io.weft.activities.value.Type;
import io.weft.activities.yaml.ConfigErrors;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mapping from YAML. Never throws for what is in the text: every problem goes to the errors
 * with its line, and what cannot be read is left out.
 */
public final class MappingFile {
  private static final String FIX_NAME = "Name the sync object as 'weft.yaml' does";

  private MappingFile() {}

  /** The mapping in this text; only to be used if nothing was noted. */
  public static Mapping read(String file, String text, ConfigErrors errors) {
    YamlNode root = YamlNode.parse(file, text, errors);
    int version = root.positiveInt("version", 1);
    SyncObjectName object = object(root);
    Both<String> entities = new Both<>(root.text("creatio"), root.text("d365"));
    ConflictPolicy policy = root.oneOf("policy", ConflictPolicy.class, ConflictPolicy.NEWEST_WINS);
    List<Feed> feeds = root.list("feeds").stream().map(MappingFile::feed).toList();
    Both<List<Slot>> extras = extras(root.child("columns"));
    List<FieldRule> rules = rules(root.child("fields"), extras);
    Mapping mapping = new Mapping(version, object, entities, rules, policy, feeds, extras);
    Mapping whole = mapping.with(lines(root.child("lines"), mapping));
    root.done();
    return whole;
  }

  /** A document's lines: entities, columns and fields of their own, the rest as the document. */
  private static @Nullable Mapping lines(YamlNode node, Mapping document) {
    if (node.isEmpty()) {
      return null;
    }
    Both<String> entities = new Both<>(node.text("creatio"), node.text("d365"));
    Both<List<Slot>> extras = extras(node.child("columns"));
    List<FieldRule> rules = rules(node.child("fields"), extras);
    node.done();
    return new Mapping(
        document.version(),
        document.object(),
        entities,
        rules,
        document.policy(),
        List.of(),
        extras);
  }

  static SyncObjectName object(YamlNode root) {
    YamlNode node = root.child("object");
    String text = node.text();
    try {
      return SyncObjectName.of(text);
    } catch (IllegalArgumentException e) {
      if (!text.isEmpty()) {
        node.problem("is no sync object", FIX_NAME);
      }
      return SyncObjectName.ACCOUNT_CUSTOMER;
    }
  }

  private static Feed feed(YamlNode node) {
    Feed feed =
        new Feed(
            node.oneOf("side", Side.class, Side.D365),
            node.oneOf("kind", Feed.Kind.class, Feed.Kind.SCAN),
            node.text("set"));
    node.done();
    return feed;
  }

  private static Both<List<Slot>> extras(YamlNode node) {
    Both<List<Slot>> extras =
        new Both<>(columns(node.child("creatio")), columns(node.child("d365")));
    node.done();
    return extras;
  }

  private static List<Slot> columns(YamlNode node) {
    List<Slot> slots = new ArrayList<>();
    node.entries()
        .forEach((name, type) -> slots.add(Slot.of(name, type.oneOf(Type.class, Type.STRING))));
    return slots;
  }

  static List<FieldRule> rules(YamlNode fields, Both<List<Slot>> extras) {
    Map<String, YamlNode> blocks = fields.entries();
    RuleReader reader = new RuleReader(types(blocks, extras));
    List<FieldRule> rules = new ArrayList<>();
    blocks.forEach((id, block) -> rules.add(reader.read(id, block)));
    refuseTwoWriters(blocks, rules);
    return rules;
  }

  /** The fields that formulas may look at: all mapped ones and the further columns. */
  private static Both<Map<String, Type>> types(
      Map<String, YamlNode> blocks, Both<List<Slot>> extras) {
    Map<String, Type> creatio = new LinkedHashMap<>();
    Map<String, Type> d365 = new LinkedHashMap<>();
    extras.creatio().forEach(slot -> creatio.put(slot.name(), slot.type()));
    extras.d365().forEach(slot -> d365.put(slot.name(), slot.type()));
    ConfigErrors unused = new ConfigErrors(); // the rules' own reading notes the problems
    for (YamlNode block : blocks.values()) {
      SlotReader.peek(block.quietly(unused), creatio, d365);
    }
    return new Both<>(creatio, d365);
  }

  private static void refuseTwoWriters(Map<String, YamlNode> blocks, List<FieldRule> rules) {
    for (Side side : Side.values()) {
      Map<String, String> writers = new LinkedHashMap<>();
      for (FieldRule rule : rules) {
        String name = rule.name(side);
        String other = rule.slots().of(side).derived() ? null : writers.put(name, rule.id());
        YamlNode block = blocks.get(rule.id());
        if (other != null && block != null && !name.isEmpty()) {
          block.problem(
              "maps " + side.title() + " " + name + ", as '" + other + "' does",
              "Keep one of the two");
        }
      }
    }
  }
}
