package io.weft.activities.desk;

import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Reference;
import io.weft.activities.mapping.Slot;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column that a mapping uses.
 *
 * @param rule the field it belongs to, or the column itself where it is only read
 * @param reference the look-up it points to, null for none
 */
record Use(String set, Slot slot, String rule, @Nullable Reference reference) {
  /** All columns of one side, derived ones apart. */
  static List<Use> of(Mapping mapping, Side side) {
    String set = mapping.entities().of(side);
    List<Use> uses = new ArrayList<>();
    for (FieldRule rule : mapping.rules()) {
      Slot slot = rule.slots().of(side);
      if (!slot.derived()) {
        Reference reference = side == Side.CREATIO ? rule.conversion().reference() : null;
        uses.add(new Use(set, slot, rule.id(), reference));
      }
    }
    mapping.extras().of(side).forEach(slot -> uses.add(new Use(set, slot, slot.name(), null)));
    return uses;
  }

  String column() {
    return slot.name();
  }

  String where(Side side) {
    return side.title() + " " + set + "." + column();
  }
}
