package io.weft.activities.order;

import java.math.BigInteger;
import java.util.Locale;
import java.util.UUID;

/**
 * Short references made from Creatio's ids, by which D365 rows are found again: 20 letters and
 * digits, all that D365's field for a line's external item number takes. 100 of an id's 128 bits:
 * two of a tenant's rows do not share one.
 */
final class References {
  static final int LENGTH = 20;
  private static final int BITS = 100;

  private References() {}

  /** The reference of a row; throws IllegalArgumentException for anything but a GUID. */
  static String of(String id) {
    UUID uuid = UUID.fromString(id);
    BigInteger high = BigInteger.valueOf(uuid.getMostSignificantBits()).and(mask(64));
    BigInteger low = BigInteger.valueOf(uuid.getLeastSignificantBits()).and(mask(64));
    BigInteger all = high.shiftLeft(64).or(low).shiftRight(128 - BITS);
    String digits = all.toString(32).toUpperCase(Locale.ROOT);
    return "0".repeat(LENGTH - digits.length()) + digits;
  }

  private static BigInteger mask(int bits) {
    return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
  }
}
