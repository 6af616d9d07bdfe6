package io.weft.activities.secret;

/**
 * Seals field values before they are stored. The context says where a value lives (table, column,
 * key); a sealed value opens there only, so that nobody can move one row's values into another.
 * Thread-safe.
 */
public interface FieldCipher {
  /** The sealed form, as text that any column takes. */
  String seal(String context, String clear);

  /** The clear text; throws IllegalArgumentException if it was not sealed for this context. */
  String open(String context, String sealed);
}
