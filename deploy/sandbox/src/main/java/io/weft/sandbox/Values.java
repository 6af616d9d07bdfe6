package io.weft.sandbox;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the values of rows compare, whatever their Java type. */
public final class Values {
  /** Orders any two values of one column; absent values come first, text ignores case. */
  public static final Comparator<@Nullable Object> ORDER = Values::compare;

  private Values() {}

  /** Returns a negative number, zero or a positive number, as comparators do. */
  public static int compare(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return left == right ? 0 : left == null ? -1 : 1;
    }
    if (left instanceof Number && right instanceof Number) {
      return decimal(left).compareTo(decimal(right));
    }
    if (left instanceof UUID a && right instanceof UUID b) {
      int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
      return high != 0
          ? high
          : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
    if (left.getClass() == right.getClass() && !(left instanceof String)) {
      return compareAlike(left, right);
    }
    return left.toString().compareToIgnoreCase(right.toString());
  }

  /** Returns whether two values are the same to a database that ignores case. */
  public static boolean same(@Nullable Object left, @Nullable Object right) {
    return compare(left, right) == 0;
  }

  /** Returns the form under which an index files a value. */
  static Object indexed(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof String text) {
      return text.toLowerCase(Locale.ROOT);
    }
    return value instanceof Number ? decimal(value).stripTrailingZeros() : value;
  }

  private static BigDecimal decimal(Object number) {
    return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
  }

  @SuppressWarnings("unchecked") // both have the same class, checked by the caller
  private static int compareAlike(Object left, Object right) {
    return ((Comparable<Object>) left).compareTo(right);
  }
}
