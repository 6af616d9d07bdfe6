package io.weft.activities.mapping;

import io.weft.workflows.record.Both;
import java.util.List;

/** Puts an installation's prefix for custom columns in place of the shipped one. */
final class Prefixes {
  private static final String SHIPPED = "Usr";

  private Prefixes() {}

  static Mapping put(Mapping mapping, String prefix) {
    if (prefix.equals(SHIPPED)) {
      return mapping;
    }
    List<FieldRule> rules =
        mapping.rules().stream().map(rule -> rule.with(rename(rule.slots(), prefix))).toList();
    Both<List<Slot>> extras =
        new Both<>(
            mapping.extras().creatio().stream().map(slot -> rename(slot, prefix)).toList(),
            mapping.extras().d365());
    Mapping lines = mapping.lines();
    return new Mapping(
        mapping.version(),
        mapping.object(),
        mapping.entities(),
        rules,
        mapping.policy(),
        mapping.feeds(),
        extras,
        lines == null ? null : put(lines, prefix));
  }

  private static Both<Slot> rename(Both<Slot> slots, String prefix) {
    return new Both<>(rename(slots.creatio(), prefix), slots.d365());
  }

  private static Slot rename(Slot slot, String prefix) {
    boolean custom =
        slot.name().startsWith(SHIPPED)
            && slot.name().length() > SHIPPED.length()
            && Character.isUpperCase(slot.name().charAt(SHIPPED.length()));
    return custom ? slot.named(prefix + slot.name().substring(SHIPPED.length())) : slot;
  }
}
