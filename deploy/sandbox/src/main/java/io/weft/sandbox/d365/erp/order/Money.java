package io.weft.sandbox.d365.erp.order;

import io.weft.sandbox.Row;
import io.weft.sandbox.d365.erp.Erp;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Amounts: rounded as the currency wants, turned from one currency into another. */
final class Money {
  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final String BASE = "USD";

  private final Erp erp;

  Money(Erp erp) {
    this.erp = erp;
  }

  /** Returns an amount as documents in this currency show it. */
  BigDecimal rounded(BigDecimal amount, String currency) {
    Row row = erp.table("Currencies").find(currency);
    Object rule = row == null ? null : row.get("RoundingRuleSalesOrders");
    BigDecimal step = rule instanceof BigDecimal given && given.signum() > 0 ? given : CENT;
    return amount.divide(step, 0, RoundingMode.HALF_UP).multiply(step).stripTrailingZeros();
  }

  /** Returns a part of an amount. */
  static BigDecimal percent(BigDecimal amount, BigDecimal percent) {
    return amount.multiply(percent).divide(HUNDRED, MathContext.DECIMAL64);
  }

  /** Returns an amount in another currency, unchanged where no rate is known. */
  BigDecimal converted(BigDecimal amount, String from, String to) {
    BigDecimal in = rate(from);
    BigDecimal out = rate(to);
    boolean known = in != null && out != null && out.signum() > 0;
    return from.equals(to) || !known
        ? amount
        : rounded(amount.multiply(in).divide(out, MathContext.DECIMAL64), to);
  }

  /** Rates are quoted for a hundred of the currency, in the base currency. */
  private @Nullable BigDecimal rate(String currency) {
    if (currency.equals(BASE)) {
      return HUNDRED;
    }
    for (Row row : erp.table("ExchangeRates").rows()) {
      if (row.text("FromCurrency").equals(currency) && row.text("ToCurrency").equals(BASE)) {
        return Orders.amount(row, "Rate");
      }
    }
    return null;
  }

  /** Returns the currency of a company's books. */
  static String ofCompany(String company) {
    return switch (company) {
      case "demf" -> "EUR";
      case "gbsi" -> "GBP";
      default -> BASE;
    };
  }
}
