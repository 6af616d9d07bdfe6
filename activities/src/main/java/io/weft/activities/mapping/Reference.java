package io.weft.activities.mapping;

import java.util.List;

/**
 * A Creatio look-up that a field points to.
 *
 * @param table the look-up object
 * @param by the columns that name a row, the first that has a text counts
 * @param form how those texts are written in D365
 */
public record Reference(String table, List<String> by, Form form) {
  public Reference {
    by = List.copyOf(by);
    if (by.isEmpty()) {
      throw new IllegalArgumentException("look-up " + table + " needs a column to go by");
    }
  }

  /** How the text of a look-up row is written in D365. */
  public enum Form {
    /** As it is. */
    AS_IS,
    /** A country: two or three letters in Creatio, ISO-3 in D365. */
    ISO3
  }
}
