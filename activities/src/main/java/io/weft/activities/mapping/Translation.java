package io.weft.activities.mapping;

import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.record.Side;

/** Carries one field's value from one side to the other. Pure apart from the look-ups given. */
public final class Translation {
  private Translation() {}

  /**
   * The field's value on its own side: what the record holds, or what the rule derives from it.
   *
   * @throws IllegalArgumentException if it cannot be derived, with the reason in words
   */
  public static Value own(FieldRule rule, Side side, Fields record, LookUps lookUps) {
    if (rule.slots().of(side).derived()) {
      Transform derivation = rule.conversion().transforms().of(side.other());
      return derivation.apply(Values.ABSENT, record, lookUps);
    }
    return record.get(rule.name(side));
  }

  /** What a value of the other side reads as on the target. */
  public static Translated to(Side target, FieldRule rule, Value value, LookUps lookUps) {
    Conversion how = rule.conversion();
    Slot slot = rule.slots().of(target);
    if (how.equals(Conversion.NONE)) {
      return Fit.into(slot, value, rule.conduct(), lookUps);
    }
    try {
      Value carried = value.isAbsent() ? value : carry(target, rule, value, lookUps);
      Value filled = carried.isAbsent() ? how.defaults().of(target) : carried;
      return Fit.into(slot, filled, rule.conduct(), lookUps);
    } catch (Refusal e) {
      return e.refused;
    } catch (IllegalArgumentException e) {
      return new Translated.Refused(
          Translated.Why.FORMULA,
          value.text(),
          "cannot be converted: " + e.getMessage(),
          "Correct the value, or the conversion in the mapping");
    }
  }

  private static Value carry(Side target, FieldRule rule, Value value, LookUps lookUps)
      throws Refusal {
    return switch (target) {
      case D365 -> toD365(rule, value, lookUps);
      case CREATIO -> toCreatio(rule, value, lookUps);
    };
  }

  private static Value toD365(FieldRule rule, Value value, LookUps lookUps) throws Refusal {
    Conversion how = rule.conversion();
    Value carried = value;
    Reference reference = how.reference();
    if (reference != null && !rule.slots().creatio().derived()) {
      carried = Values.code(References.key(reference, value, how.values(), lookUps));
    } else if (how.values() != null) {
      carried = Values.code(how.values().code(value.text()).orElseThrow(() -> unmapped(value)));
    }
    return rule.derived()
        ? carried
        : how.transforms().d365().apply(carried, Fields.none(), lookUps);
  }

  private static Value toCreatio(FieldRule rule, Value value, LookUps lookUps) throws Refusal {
    Conversion how = rule.conversion();
    Value carried =
        rule.derived() ? value : how.transforms().creatio().apply(value, Fields.none(), lookUps);
    if (how.values() != null && !carried.isAbsent()) {
      Value code = carried;
      carried = Values.code(how.values().word(code.text()).orElseThrow(() -> unmapped(code)));
    }
    Reference reference = how.reference();
    return reference == null || carried.isAbsent()
        ? carried
        : References.row(reference, carried.text(), lookUps);
  }

  private static Refusal unmapped(Value value) {
    return new Refusal(
        new Translated.Refused(
            Translated.Why.UNKNOWN_CODE,
            value.text(),
            "has no counterpart in the value map",
            "Add it to the value map of this field"));
  }

  /** Carries a refusal out of the steps; without a stack, for it is an ordinary outcome. */
  static final class Refusal extends Exception {
    final transient Translated.Refused refused;

    Refusal(Translated.Refused refused) {
      super(refused.what(), null, false, false);
      this.refused = refused;
    }
  }
}
