package io.weft.activities.rule;

import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Slot;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.activities.yaml.Nearest;
import io.weft.activities.yaml.YamlNode;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What rules set on a customer in place of the account's own values: payment terms, customer group,
 * tax group and the like, per legal entity and business unit.
 */
public record Terms(Map<LegalEntity, RuleTable<Fields>> byLegalEntity) {
  /** No rules. */
  public static final Terms NONE = new Terms(Map.of());

  public Terms {
    byLegalEntity = Collections.unmodifiableMap(new LinkedHashMap<>(byLegalEntity));
  }

  /**
   * Reads a block per legal entity: a list of rules with {@code when} and {@code set}, which gives
   * values by the D365 names of mapped fields.
   */
  public static Terms read(YamlNode node, Mapping mapping, Map<String, Type> columns) {
    Map<LegalEntity, RuleTable<Fields>> all = new LinkedHashMap<>();
    for (Map.Entry<String, YamlNode> entry : node.entries().entrySet()) {
      RuleTable<Fields> table =
          new RuleTableReader(columns)
              .read(entry.getValue(), block -> values(block.child("set"), mapping));
      try {
        all.put(new LegalEntity(entry.getKey()), table);
      } catch (IllegalArgumentException e) {
        entry.getValue().problem("is no legal entity", "Write its dataAreaId, for example usmf");
      }
    }
    return new Terms(all);
  }

  private static Fields values(YamlNode node, Mapping mapping) {
    Map<String, Value> values = new LinkedHashMap<>();
    Map<String, YamlNode> entries = node.entries();
    if (entries.isEmpty()) {
      node.problem("sets nothing", "Name a D365 field with its value");
    }
    entries.forEach((name, value) -> values.put(name, value(name, value, mapping)));
    return Fields.of(values);
  }

  private static Value value(String name, YamlNode node, Mapping mapping) {
    List<String> known = new ArrayList<>();
    for (Slot slot : toD365(mapping)) {
      known.add(slot.name());
      if (slot.name().equals(name)) {
        try {
          return Values.parse(slot.type(), node.text());
        } catch (IllegalArgumentException e) {
          node.problem("does not fit the field: " + e.getMessage(), "Correct the value");
          return Values.ABSENT;
        }
      }
    }
    node.problem("is no mapped field that flows to D365", Nearest.hint(name, known));
    return Values.ABSENT;
  }

  private static List<Slot> toD365(Mapping mapping) {
    return mapping.rules().stream()
        .filter(rule -> rule.direction().flowsTo(Side.D365))
        .map(rule -> rule.slots().d365())
        .toList();
  }

  /** The values that a rule sets for this account's customer; none if no rule applies. */
  public Fields supply(LegalEntity legalEntity, Fields creatio, LookUps lookUps) {
    RuleTable<Fields> table = byLegalEntity.get(legalEntity);
    Optional<RuleTable.Row<Fields>> row =
        table == null ? Optional.empty() : table.first(creatio, lookUps);
    return row.map(RuleTable.Row::then).orElse(Fields.none());
  }
}
