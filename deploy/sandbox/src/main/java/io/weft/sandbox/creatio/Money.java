package io.weft.sandbox.creatio;

import io.weft.sandbox.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amounts as the tables keep them: two decimals, and nothing is the one zero. */
final class Money {
  private static final int DECIMALS = 2;
  private static final int EXACT = 12;

  private Money() {}

  static BigDecimal of(Row row, String column) {
    return row.get(column) instanceof BigDecimal amount ? amount : BigDecimal.ZERO;
  }

  /** Returns a column as it will be once a save is done. */
  static BigDecimal of(@Nullable Row before, Map<String, Object> sent, String column) {
    if (sent.get(column) instanceof BigDecimal amount) {
      return amount;
    }
    return before == null ? BigDecimal.ZERO : of(before, column);
  }

  static BigDecimal kept(BigDecimal amount) {
    BigDecimal kept = amount.setScale(DECIMALS, RoundingMode.HALF_UP);
    return kept.signum() == 0 ? BigDecimal.ZERO : kept;
  }

  static BigDecimal inCurrency(BigDecimal primary, BigDecimal rate) {
    return kept(primary.multiply(rate));
  }

  /** Returns an amount in the base currency; without a rate it is one already. */
  static BigDecimal primary(BigDecimal amount, BigDecimal rate) {
    return rate.signum() == 0
        ? kept(amount)
        : kept(amount.divide(rate, EXACT, RoundingMode.HALF_UP));
  }

  static BigDecimal percent(BigDecimal amount, BigDecimal percent) {
    return amount.multiply(percent).movePointLeft(2);
  }

  /** Returns the part of an amount that is tax, where the amount includes it. */
  static BigDecimal taxWithin(BigDecimal amount, BigDecimal percent) {
    BigDecimal whole = percent.add(BigDecimal.valueOf(100));
    return amount.multiply(percent).divide(whole, EXACT, RoundingMode.HALF_UP);
  }
}
