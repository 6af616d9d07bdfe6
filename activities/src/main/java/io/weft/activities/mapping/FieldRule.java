package io.weft.activities.mapping;

import io.weft.activities.value.Type;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;

/**
 * One pair of fields that are kept in step.
 *
 * @param id the name that overrides and messages use, unique within the mapping
 * @param slots where the field lives on each side, and what fits in there
 * @param direction which way it flows
 * @param conversion how a value of one side reads on the other
 * @param conduct how it behaves where there is a choice
 */
public record FieldRule(
    String id, Both<Slot> slots, Direction direction, Conversion conversion, Conduct conduct) {
  /** A plain field of one type. */
  public static FieldRule plain(String creatio, String d365, Direction direction, Type type) {
    return new FieldRule(
        d365,
        new Both<>(Slot.of(creatio, type), Slot.of(d365, type)),
        direction,
        Conversion.NONE,
        Conduct.standard(direction));
  }

  /** The field's name on one side. */
  public String name(Side side) {
    return slots.of(side).name();
  }

  /** The side that a one-way field comes from; Creatio for one that flows both ways. */
  public Side source() {
    return direction == Direction.TO_CREATIO ? Side.D365 : Side.CREATIO;
  }

  /** Whether the value is computed from the record instead of copied. */
  public boolean derived() {
    return slots.creatio().derived() || slots.d365().derived();
  }

  FieldRule with(Both<Slot> other) {
    return new FieldRule(id, other, direction, conversion, conduct);
  }
}
