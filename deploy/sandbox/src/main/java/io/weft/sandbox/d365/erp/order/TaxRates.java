package io.weft.sandbox.d365.erp.order;

import java.math.BigDecimal;
import java.util.Map;

/** What a line's two tax groups come to: a tax is due only where both name it. */
final class TaxRates {
  private static final Map<String, BigDecimal> FULL =
      Map.of(
          "usmf|TX", new BigDecimal("8.25"),
          "usmf|CA", new BigDecimal("7.5"),
          "demf|EU", new BigDecimal("19"),
          "gbsi|VAT", new BigDecimal("20"));
  private static final Map<String, BigDecimal> REDUCED =
      Map.of(
          "usmf|TX", new BigDecimal("8.25"),
          "usmf|CA", new BigDecimal("7.5"),
          "demf|EU", new BigDecimal("7"),
          "gbsi|VAT", new BigDecimal("5"));

  private TaxRates() {}

  /** Returns the percentage. */
  static BigDecimal percent(String company, String group, String itemGroup) {
    String key = company + "|" + group;
    return switch (itemGroup) {
      case "FULL" -> FULL.getOrDefault(key, BigDecimal.ZERO);
      case "RED" -> REDUCED.getOrDefault(key, BigDecimal.ZERO);
      default -> BigDecimal.ZERO;
    };
  }
}
