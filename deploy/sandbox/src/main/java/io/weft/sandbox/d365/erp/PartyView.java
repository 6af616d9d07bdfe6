package io.weft.sandbox.d365.erp;

import io.weft.sandbox.Row;
import io.weft.sandbox.Tx;
import org.jspecify.annotations.Nullable;

/** Rows that show values of a party, and follow when the party changes. */
public interface PartyView {
  /**
   * Where a write to a party came from.
   *
   * @param set the entity set that was written
   * @param key the row that shows the new values already, null if there is none
   * @param cause what the journal says of the rows that follow
   */
  record Origin(String set, @Nullable String key, String cause) {
    /** Returns the origin of a write through a row of a set. */
    public static Origin of(String set, @Nullable String key, String row) {
      return new Origin(set, key, "party write of " + set + " " + row);
    }

    /** Returns whether a row was the one written. */
    public boolean is(String otherSet, String otherKey) {
      return set.equals(otherSet) && otherKey.equals(key);
    }
  }

  /** Gives the party's values to the rows that show it, all but the one written. */
  void show(Tx tx, Row party, Origin origin);
}
