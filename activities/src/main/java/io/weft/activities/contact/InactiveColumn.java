package io.weft.activities.contact;

import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Slot;
import io.weft.workflows.record.Both;
import java.util.List;

/** Puts the column that the settings name into the mapping's rule for inactive contacts. */
final class InactiveColumn {
  private static final String RULE = "inactive";

  private InactiveColumn() {}

  static Mapping in(Mapping mapping, String column) {
    List<FieldRule> rules =
        mapping.rules().stream()
            .map(rule -> rule.id().equals(RULE) ? under(rule, column) : rule)
            .toList();
    return new Mapping(
        mapping.version(),
        mapping.object(),
        mapping.entities(),
        rules,
        mapping.policy(),
        mapping.feeds(),
        mapping.extras());
  }

  private static FieldRule under(FieldRule rule, String column) {
    Slot shipped = rule.slots().creatio();
    Slot slot =
        new Slot(
            column,
            shipped.type(),
            shipped.maxLength(),
            shipped.multiline(),
            shipped.required(),
            shipped.list());
    return new FieldRule(
        rule.id(),
        new Both<>(slot, rule.slots().d365()),
        rule.direction(),
        rule.conversion(),
        rule.conduct());
  }
}
