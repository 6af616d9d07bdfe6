package io.weft.activities.mapping;

import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one field rule. */
final class RuleReader {
  private final Both<Map<String, Type>> types;

  RuleReader(Both<Map<String, Type>> types) {
    this.types = types;
  }

  FieldRule read(String id, YamlNode block) {
    Direction direction = block.oneOf("direction", Direction.class, Direction.BOTH);
    Type type = block.oneOf("type", Type.class, Type.STRING);
    Side source = direction == Direction.TO_CREATIO ? Side.D365 : Side.CREATIO;
    Transform derivation = new Derivations(types.of(source)).read(block, type);
    if (derivation != null && direction == Direction.BOTH) {
      block.problem(
          "is computed and cannot flow both ways", "Set 'direction: to-d365' or 'to-creatio'");
    }
    Both<Slot> slots =
        new Both<>(
            slot(Side.CREATIO, block, id, type, derivation != null && source == Side.CREATIO),
            slot(Side.D365, block, id, type, derivation != null && source == Side.D365));
    Conversion conversion = conversion(block, slots, derivation, source);
    Conduct conduct = conduct(block, Conduct.standard(direction));
    block.done();
    return new FieldRule(id, slots, direction, conversion, conduct);
  }

  private static Slot slot(Side side, YamlNode block, String id, Type type, boolean derived) {
    boolean refers = side == Side.CREATIO && block.has("lookUp");
    return SlotReader.read(side, block, id, refers ? Type.REFERENCE : type, derived);
  }

  private static Conversion conversion(
      YamlNode block, Both<Slot> slots, @Nullable Transform derivation, Side source) {
    Both<Transform> transforms =
        derivation == null
            ? Steps.read(block)
            : new Both<>(Transform.NONE, Transform.NONE).with(source.other(), derivation);
    Conversion conversion =
        new Conversion(
            transforms,
            values(block),
            reference(block.child("lookUp")),
            new Both<>(
                value(block, "defaultCreatio", slots.creatio()),
                value(block, "default", slots.d365())));
    return conversion.equals(Conversion.NONE) ? Conversion.NONE : conversion;
  }

  private static @Nullable ValueMap values(YamlNode block) {
    boolean pass = block.oneOf("others", Others.class, Others.PARK) == Others.PASS;
    if (!block.has("values")) {
      return null;
    }
    return new ValueMap(entries(block.child("values")), pass);
  }

  /** What becomes of values without an entry in the value map. */
  private enum Others {
    PARK,
    PASS
  }

  static Map<String, String> entries(YamlNode node) {
    Map<String, String> entries = new LinkedHashMap<>();
    node.entries().forEach((word, code) -> entries.put(word, code.text()));
    return entries;
  }

  private static @Nullable Reference reference(YamlNode node) {
    if (node.isEmpty()) {
      return null;
    }
    String table = node.text("table");
    List<String> by = node.has("by") ? node.texts("by") : List.of("Name");
    Reference.Form form = node.oneOf("form", Reference.Form.class, Reference.Form.AS_IS);
    node.done();
    return new Reference(table, by.isEmpty() ? List.of("Name") : by, form);
  }

  private static Value value(YamlNode block, String key, Slot slot) {
    if (!block.has(key)) {
      return Values.ABSENT;
    }
    YamlNode node = block.child(key);
    try {
      return Values.parse(slot.type(), node.text());
    } catch (IllegalArgumentException e) {
      node.problem("is no " + word(slot.type()), "Write the value as a " + word(slot.type()));
      return Values.ABSENT;
    }
  }

  static String word(Type type) {
    return type.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** How the field behaves; what is not said stays as it was. */
  static Conduct conduct(YamlNode block, Conduct before) {
    return new Conduct(
        policy(block, "policy", before.policy()),
        policy(block, "onFirstLink", before.onFirstLink()),
        block.oneOf("drift", Drift.class, before.drift()),
        block.oneOf("span", Span.class, before.span()),
        block.flag("truncate", before.truncate()),
        block.oneOf("onMissingCode", OnMissingCode.class, OnMissingCode.of(before))
            == OnMissingCode.LEAVE);
  }

  private enum OnMissingCode {
    PARK,
    LEAVE;

    static OnMissingCode of(Conduct conduct) {
      return conduct.leaveUnknownCodes() ? LEAVE : PARK;
    }
  }

  private static @Nullable ConflictPolicy policy(
      YamlNode block, String key, @Nullable ConflictPolicy before) {
    return block.has(key) ? block.oneOf(key, ConflictPolicy.class, ConflictPolicy.ASK) : before;
  }
}
