package io.weft.sandbox.d365.erp;

import io.weft.sandbox.Row;
import io.weft.sandbox.Tx;
import java.util.Map;

/** How rows of a set are written: the rules and side effects of its entity. */
public interface Writes {
  /**
   * Adds a row.
   *
   * @throws Refusal if a rule forbids it
   */
  Row create(Tx tx, Map<String, Object> given);

  /**
   * Changes a row.
   *
   * @param approved whether a change approval is already behind it
   * @throws Refusal if a rule forbids it
   */
  Row update(Tx tx, Row row, Map<String, Object> given, boolean approved);

  /**
   * Removes a row.
   *
   * @throws Refusal if others depend on it
   */
  void delete(Tx tx, Row row);
}
