package io.weft.activities.desk;

import io.weft.activities.mapping.Reference;
import io.weft.activities.mapping.Slot;

/** How a person adds a column to Creatio, without code. */
final class CustomColumn {
  private static final int USUAL_LENGTH = 250;

  private CustomColumn() {}

  static String howToAdd(Use use) {
    return "Open a form page of "
        + use.set()
        + " in the Freedom UI Designer, add a field of type "
        + type(use)
        + " with the code "
        + use.column()
        + ", save and publish, and wait two minutes. Or take the field out of the mapping.";
  }

  private static String type(Use use) {
    Reference reference = use.reference();
    if (reference != null) {
      return "Lookup to " + reference.table();
    }
    Slot slot = use.slot();
    return switch (slot.type()) {
      case STRING, CODE -> "Text (" + length(slot) + " characters)";
      case EMAIL -> "Email";
      case DECIMAL -> "Decimal";
      case BOOLEAN -> "Boolean";
      case DATE -> "Date";
      case INSTANT -> "Date/Time";
      case REFERENCE -> "Lookup";
    };
  }

  /** Creatio's text sizes are 50, 250 and 500. */
  private static int length(Slot slot) {
    int wanted = slot.maxLength() == 0 ? USUAL_LENGTH : slot.maxLength();
    if (wanted <= 50) {
      return 50;
    }
    return wanted <= USUAL_LENGTH ? USUAL_LENGTH : 500;
  }
}
