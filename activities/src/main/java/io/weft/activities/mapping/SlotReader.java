package io.weft.activities.mapping;

import io.weft.activities.value.Type;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.Side;
import java.util.Map;

/**
 * Reads where a field lives on one side: {@code creatio: Name}, or a block with {@code name, type,
 * max, multiline, required, list}.
 */
final class SlotReader {
  private SlotReader() {}

  /** The slot; a derived one if the rule says how to compute the value. */
  static Slot read(Side side, YamlNode rule, String id, Type type, boolean derived) {
    YamlNode node = rule.child(key(side));
    if (derived) {
      if (!node.isEmpty()) {
        node.problem(
            "is not used, the value is computed", "Leave it out, or leave out the formula");
      }
      return Slot.of("=" + id, type);
    }
    if (node.isScalar()) {
      return Slot.of(node.text(), type);
    }
    if (node.isEmpty()) {
      node.problem("is missing", "Name the " + side.title() + " field");
      return Slot.of("", type);
    }
    Slot slot =
        new Slot(
            node.text("name"),
            node.oneOf("type", Type.class, type),
            node.positiveInt("max", 0),
            node.flag("multiline", false),
            node.flag("required", false),
            node.optionalText("list").orElse(null));
    node.done();
    return slot;
  }

  /** Puts the names and types of a rule's two fields into the maps, as far as they are there. */
  static void peek(YamlNode rule, Map<String, Type> creatio, Map<String, Type> d365) {
    Type type = rule.oneOf("type", Type.class, Type.STRING);
    Type own = rule.has("lookUp") ? Type.REFERENCE : type;
    peek(rule.child(key(Side.CREATIO)), own, creatio);
    peek(rule.child(key(Side.D365)), type, d365);
  }

  private static void peek(YamlNode node, Type type, Map<String, Type> types) {
    if (node.isScalar()) {
      types.put(node.text(), type);
    } else if (node.has("name")) {
      types.put(node.text("name"), node.oneOf("type", Type.class, type));
    }
  }

  static String key(Side side) {
    return side == Side.CREATIO ? "creatio" : "d365";
  }
}
