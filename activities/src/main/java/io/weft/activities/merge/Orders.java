package io.weft.activities.merge;

import io.weft.workflows.pass.Instruction;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What operators said about single fields; the youngest word counts. */
final class Orders {
  /** An operator's value for one field of one side. */
  record Amendment(String field, String text, Instruction by) {}

  private final Map<String, Amendment> amendments = new LinkedHashMap<>();
  private final List<Instruction.Choose> choices = new ArrayList<>();

  Orders(List<Instruction> instructions) {
    for (Instruction instruction : instructions) {
      if (instruction instanceof Instruction.Amend amend) {
        amend
            .fields()
            .forEach((name, text) -> amendments.put(name, new Amendment(name, text, amend)));
      } else if (instruction instanceof Instruction.Choose choose) {
        choices.add(choose);
      }
    }
  }

  /** The operator's value for a field, by its name on that side; null for none. */
  @Nullable Amendment amendment(FieldCase field, Side side) {
    if (amendments.isEmpty() || field.slot(side).derived()) {
      return null;
    }
    boolean meansD365 = side == Side.CREATIO && field.name(Side.D365).equals(field.name(side));
    return meansD365 ? null : amendments.get(field.name(side));
  }

  /** Whom an operator let win this field's conflict; null if nobody did. */
  Instruction.@Nullable Choose choice(FieldCase field) {
    for (int i = choices.size() - 1; i >= 0; i--) {
      List<String> fields = choices.get(i).fields();
      if (fields.isEmpty()
          || fields.contains(field.name(Side.CREATIO))
          || fields.contains(field.name(Side.D365))
          || fields.contains(field.rule.id())) {
        return choices.get(i);
      }
    }
    return null;
  }

  /** The names that were amended, whether they are mapped or not. */
  List<Amendment> amended() {
    return List.copyOf(amendments.values());
  }
}
