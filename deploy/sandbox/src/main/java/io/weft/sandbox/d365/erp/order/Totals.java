package io.weft.sandbox.d365.erp.order;

import io.weft.sandbox.Row;
import io.weft.sandbox.Tx;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.schema.EntitySet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sums on an order's header: computed from its lines, and no change of the header itself. */
final class Totals {
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final Erp erp;
  private final Money money;

  Totals(Erp erp) {
    this.erp = erp;
    this.money = new Money(erp);
  }

  /** Brings the sums in line with the lines, or marks them as old where a company computes late. */
  void refresh(Tx tx, String company, String number) {
    Row header = Orders.header(erp, company, number);
    if (header == null) {
      return;
    }
    boolean now = erp.settings().on("calculateTotals." + company);
    Map<String, Object> changes = now ? sums(header) : Map.of("AreTotalsCalculated", "No");
    Row unused = erp.recompute(tx, header, changes, "totals of " + number);
  }

  /** Computes the sums whatever the company's habit. */
  Row compute(Tx tx, Row header) {
    return erp.recompute(tx, header, sums(header), "totals of " + header.text(Orders.NUMBER));
  }

  private Map<String, Object> sums(Row header) {
    String currency = header.text("CurrencyCode");
    boolean included = header.text("ArePricesIncludingSalesTax").equals("Yes");
    BigDecimal lines = lineSum(header);
    BigDecimal discount = money.rounded(discount(header, lines), currency);
    BigDecimal charges = charges(header);
    BigDecimal tax = money.rounded(tax(header, lines, discount, included), currency);
    BigDecimal total = lines.subtract(discount).add(charges).add(included ? BigDecimal.ZERO : tax);
    Map<String, Object> sums = new LinkedHashMap<>();
    sums.put("OrderTotalDiscountAmount", discount);
    sums.put("OrderTotalChargesAmount", charges);
    sums.put("OrderTotalTaxAmount", tax);
    sums.put("OrderTotalAmount", money.rounded(total, currency));
    sums.put("AreTotalsCalculated", "Yes");
    return sums;
  }

  private BigDecimal lineSum(Row header) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Row line : Orders.lines(erp, header)) {
      sum = sum.add(counted(line));
    }
    return sum;
  }

  private static BigDecimal counted(Row line) {
    boolean counts = !line.text(Orders.LINE_STATUS).equals(Orders.CANCELED);
    return counts ? Orders.amount(line, "LineAmount") : BigDecimal.ZERO;
  }

  private static BigDecimal discount(Row header, BigDecimal lines) {
    BigDecimal percent = Orders.amount(header, "TotalDiscountPercentage");
    return percent.signum() == 0
        ? Orders.amount(header, "TotalDiscountAmount")
        : Money.percent(lines, percent);
  }

  private BigDecimal charges(Row header) {
    boolean skipped = header.text("SkipCreateAutoCharges").equals("Yes");
    String company = header.text(EntitySet.COMPANY);
    return skipped ? BigDecimal.ZERO : erp.settings().amount("autoCharge." + company);
  }

  /** The discount on the whole lowers each line's tax in proportion. */
  private BigDecimal tax(Row header, BigDecimal lines, BigDecimal discount, boolean included) {
    if (lines.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal share = lines.subtract(discount).divide(lines, MathContext.DECIMAL64);
    BigDecimal tax = BigDecimal.ZERO;
    for (Row line : Orders.lines(erp, header)) {
      BigDecimal rate =
          TaxRates.percent(
              header.text(EntitySet.COMPANY),
              line.text("SalesTaxGroupCode"),
              line.text("SalesTaxItemGroupCode"));
      BigDecimal base = counted(line).multiply(share);
      tax = tax.add(included ? inside(base, rate) : Money.percent(base, rate));
    }
    return tax;
  }

  private static BigDecimal inside(BigDecimal gross, BigDecimal rate) {
    return gross.multiply(rate).divide(HUNDRED.add(rate), MathContext.DECIMAL64);
  }
}
