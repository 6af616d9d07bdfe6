package io.weft.activities.mapping;

import io.weft.activities.yaml.Nearest;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what an installation changes in a mapping. */
final class Overrides {
  private Overrides() {}

  /** The mapping with the changes of one block, those to its lines included. */
  static Mapping apply(Mapping mapping, YamlNode block) {
    return fields(mapping, block).with(lines(mapping, block.child("lines")));
  }

  private static Mapping fields(Mapping mapping, YamlNode block) {
    ConflictPolicy policy = block.oneOf("policy", ConflictPolicy.class, mapping.policy());
    Map<String, YamlNode> changes = block.child("fields").entries();
    List<FieldRule> rules = new ArrayList<>();
    for (FieldRule rule : mapping.rules()) {
      YamlNode change = changes.remove(rule.id());
      if (change == null) {
        rules.add(rule);
      } else {
        boolean enabled = change.flag("enabled", true);
        FieldRule changed = change(rule, change); // read even if left out, to find its mistakes
        if (enabled) {
          rules.add(changed);
        }
      }
    }
    List<String> known = mapping.rules().stream().map(FieldRule::id).toList();
    changes.forEach((id, node) -> node.problem("is no field of it", Nearest.hint(id, known)));
    return mapping.with(rules, policy);
  }

  /** The same for the lines of a document. */
  private static @Nullable Mapping lines(Mapping document, YamlNode block) {
    Mapping lines = document.lines();
    Mapping before = lines == null ? withoutFields(document) : lines;
    Mapping changed = add(fields(before, block), block.child("add"));
    block.done();
    if (lines == null && !changed.rules().isEmpty()) {
      block.problem("is for documents; this object has no lines", "Remove it");
    }
    return lines == null ? null : changed;
  }

  private static Mapping withoutFields(Mapping document) {
    return new Mapping(
        document.version(),
        document.object(),
        document.entities(),
        List.of(),
        document.policy(),
        List.of());
  }

  /** The mapping with further rules. */
  static Mapping add(Mapping mapping, YamlNode block) {
    List<FieldRule> rules = new ArrayList<>(mapping.rules());
    Both<List<Slot>> there = new Both<>(mapping.slots(Side.CREATIO), mapping.slots(Side.D365));
    for (FieldRule rule : MappingFile.rules(block, there)) {
      if (mapping.rule(rule.id()).isPresent()) {
        block.problem("holds '" + rule.id() + "', which is there", "Change it under 'fields'");
      }
      rules.add(rule);
    }
    return mapping.with(rules, mapping.policy());
  }

  private static FieldRule change(FieldRule rule, YamlNode node) {
    Direction direction = node.oneOf("direction", Direction.class, rule.direction());
    if (direction != rule.direction() && rule.derived()) {
      node.child("direction").problem("cannot change, the field is computed", "Remove it");
      direction = rule.direction();
    }
    boolean turned = direction != rule.direction();
    Conduct before = turned ? turned(rule.conduct(), direction) : rule.conduct();
    Conduct conduct = RuleReader.conduct(node, before);
    Conversion conversion = conversion(rule.conversion(), node);
    Both<Slot> slots = slots(rule.slots(), node);
    node.done();
    return new FieldRule(rule.id(), slots, direction, conversion, conduct);
  }

  private static Conduct turned(Conduct conduct, Direction direction) {
    Drift drift = Conduct.standard(direction).drift();
    return conduct.with(conduct.onFirstLink(), drift, conduct.span());
  }

  private static Conversion conversion(Conversion before, YamlNode node) {
    if (!node.has("values")) {
      return before;
    }
    Map<String, String> entries = RuleReader.entries(node.child("values"));
    ValueMap map = before.values();
    boolean pass = before.reference() != null || map == null;
    ValueMap under = map == null ? new ValueMap(new LinkedHashMap<>(), pass) : map;
    return before.with(under.under(entries));
  }

  private static Both<Slot> slots(Both<Slot> before, YamlNode node) {
    Slot creatio = before.creatio().named(node.text("creatio", before.creatio().name()));
    Slot d365 = before.d365().named(node.text("d365", before.d365().name()));
    boolean required = node.flag("required", d365.required());
    return new Both<>(creatio, d365.required(required));
  }
}
