package io.weft.activities.mapping;

import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a value fits into a slot, and whether two values mean the same there. */
public final class Fit {
  private Fit() {}

  /** The value in the slot's type, cut if the field allows it; refused if it does not fit. */
  public static Translated into(Slot slot, Value value, Conduct conduct, LookUps lookUps) {
    if (value.isAbsent()) {
      return new Translated.Done(value);
    }
    Value typed;
    try {
      typed = retype(slot.type(), value);
    } catch (IllegalArgumentException e) {
      return refused(
          Translated.Why.WRONG_FORM,
          value,
          "is no " + slot.type().name().toLowerCase(Locale.ROOT),
          "Correct the value, or the type in the mapping");
    }
    Translated.Refused trouble = trouble(slot, typed, lookUps);
    if (trouble == null) {
      return new Translated.Done(typed);
    }
    boolean cut = trouble.why() == Translated.Why.TOO_LONG && conduct.truncate();
    return cut ? new Translated.Done(cut(slot, typed)) : trouble;
  }

  private static Translated.@Nullable Refused trouble(Slot slot, Value value, LookUps lookUps) {
    if (value instanceof Value.Text || value instanceof Value.Code) {
      String text = value.text();
      if (hasControl(text, slot.multiline())) {
        return refused(
            Translated.Why.CONTROL_CHARACTER,
            value,
            "contains a line break or another control character",
            "Remove it from the value, or set 'multiline: true' in the mapping");
      }
      if (slot.maxLength() > 0 && length(text) > slot.maxLength()) {
        return refused(
            Translated.Why.TOO_LONG,
            value,
            "has " + length(text) + " characters where " + slot.maxLength() + " fit",
            "Shorten the value, or set 'truncate: true' in the mapping");
      }
      if (slot.list() != null && !lookUps.hasCode(slot.list(), text)) {
        return refused(
            Translated.Why.UNKNOWN_CODE,
            value,
            "is not in the list " + slot.list(),
            "Add it to the list or the value map, or choose a listed code");
      }
    }
    return null;
  }

  private static int length(String text) {
    return text.length(); // both systems count UTF-16 units
  }

  private static Value cut(Slot slot, Value value) {
    int end = slot.maxLength();
    String text = value.text();
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--; // half a character is none
    }
    String shorter = text.substring(0, end).stripTrailing();
    return value instanceof Value.Code ? Values.code(shorter) : Values.text(shorter);
  }

  private static boolean hasControl(String text, boolean multiline) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean allowed = multiline && (c == '\n' || c == '\r' || c == '\t');
      if ((c < ' ' || c == 0x7f || (c >= 0x80 && c < 0xa0)) && !allowed) {
        return true;
      }
    }
    return false;
  }

  /** The value in another type, by way of its text; IllegalArgumentException if it has no such. */
  static Value retype(Type type, Value value) {
    boolean fits =
        switch (type) {
          case STRING, EMAIL -> value instanceof Value.Text;
          case DECIMAL -> value instanceof Value.Decimal;
          case BOOLEAN -> value instanceof Value.Flag;
          case DATE -> value instanceof Value.Day;
          case INSTANT -> value instanceof Value.Moment;
          case CODE -> value instanceof Value.Code;
          case REFERENCE -> value instanceof Value.Reference;
        };
    return fits || value.isAbsent() ? value : Values.parse(type, value.text());
  }

  /**
   * Whether two values mean the same in this slot. Systems without empty numbers and flags show
   * zero and false for none; line breaks are written in two ways; mail domains have no case.
   */
  public static boolean same(Slot slot, Value left, Value right) {
    if (left.equals(right)) {
      return true;
    }
    return switch (slot.type()) {
      case DECIMAL, BOOLEAN -> isEmpty(slot, left) && isEmpty(slot, right);
      case EMAIL -> left.text().equalsIgnoreCase(right.text());
      case STRING -> slot.multiline() && lines(left.text()).equals(lines(right.text()));
      case DATE, INSTANT, CODE, REFERENCE -> false;
    };
  }

  private static String lines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** Whether there is nothing in the slot. */
  public static boolean isEmpty(Slot slot, Value value) {
    return value.isAbsent()
        || (value instanceof Value.Decimal d && d.number().signum() == 0)
        || (value instanceof Value.Flag f && !f.on());
  }

  private static Translated.Refused refused(
      Translated.Why why, Value value, String what, String remedy) {
    return new Translated.Refused(why, value.text(), what, remedy);
  }
}
