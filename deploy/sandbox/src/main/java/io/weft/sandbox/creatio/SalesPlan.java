package io.weft.sandbox.creatio;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much to make up besides accounts.
 *
 * @param contacts persons in all, spread over the customers that are there
 * @param products how many, with codes that count up from {@code from}
 * @param digits how many digits a code has after its prefix
 * @param itemNumbers whether products carry their code as D365 item number too
 * @param orders drafts in all, spread over the customers that are there
 * @param lines of each order
 */
record SalesPlan(
    long seed,
    int contacts,
    int products,
    String prefix,
    int from,
    int digits,
    boolean itemNumbers,
    int orders,
    int lines) {

  /** Reads a plan; what it does not name is not made up, and codes look like {@code D0001}. */
  static SalesPlan of(Map<String, @Nullable Object> json, long seed) {
    Object prefix = json.get("productPrefix");
    return new SalesPlan(
        number(json, "seed", seed),
        (int) number(json, "contacts", 0),
        (int) number(json, "products", 0),
        prefix == null ? "D" : prefix.toString(),
        (int) number(json, "productFrom", 1),
        (int) number(json, "productDigits", 4),
        Boolean.TRUE.equals(json.get("itemNumbers")),
        (int) number(json, "orders", 0),
        (int) number(json, "lines", 3));
  }

  /** Returns the code of a product, counted from 0. */
  String code(int index) {
    String number = Integer.toString(from + index);
    return prefix + "0".repeat(Math.max(0, digits - number.length())) + number;
  }

  private static long number(Map<String, @Nullable Object> json, String name, long otherwise) {
    Object value = json.get(name);
    if (value == null) {
      return otherwise;
    }
    try {
      return new BigDecimal(value.toString()).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "'%s' is no whole number: %s", name, value), e);
    }
  }
}
