package io.weft.activities.store;

/**
 * Keys of D365 records whose number D365 itself assigns: until it is known, the link carries a
 * reference of ours, fixed and stored before the first send, by which the record can be looked up.
 */
public final class Provisional {
  private static final String MARK = "ref:";

  private Provisional() {}

  /** The key of a record that will be known by this reference. */
  public static String key(String reference) {
    return MARK + reference;
  }

  /** Whether the number is still to come. */
  public static boolean is(String key) {
    return key.startsWith(MARK);
  }

  /** The reference in such a key. */
  public static String reference(String key) {
    if (!is(key)) {
      throw new IllegalArgumentException("'" + key + "' is a number, no reference");
    }
    return key.substring(MARK.length());
  }
}
