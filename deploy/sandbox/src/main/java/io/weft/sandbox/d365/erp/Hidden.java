package io.weft.sandbox.d365.erp;

import io.weft.sandbox.Row;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What the ERP keeps with each row but no entity shows; names that begin with a dollar sign. */
public final class Hidden {
  /** The leading table's record id, a Long; never used twice. */
  public static final String REC_ID = "$recId";

  /** The leading table's row version, a Long: 1 when new, a large number after an update. */
  static final String REC_VERSION = "$recVersion";

  /** Versions and ids of the further backing rows, each with a leading semicolon. */
  public static final String JOINED = "$joined";

  /** The full key in lower case: rows are ordered by it. */
  public static final String ORDER = "$order";

  /** The record id and version of a party's address. */
  static final String ADDRESS = "$address";

  private Hidden() {}

  /** Returns the record id of a row. */
  public static long recId(Row row) {
    return row.get(REC_ID) instanceof Long id ? id : 0;
  }

  /** Returns the weak ETag: it changes when any backing row does. */
  public static String etag(Row row) {
    String versions = "'" + version(row) + row.text(JOINED) + "'";
    byte[] ascii = versions.getBytes(StandardCharsets.US_ASCII);
    return "W/\"" + Base64.getEncoder().encodeToString(ascii) + "\"";
  }

  /** Returns version and id of the leading row. */
  static String version(Row row) {
    return row.text(REC_VERSION) + "," + row.text(REC_ID);
  }
}
