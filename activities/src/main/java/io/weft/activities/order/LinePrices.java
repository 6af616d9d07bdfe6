package io.weft.activities.order;

import io.weft.activities.http.Row;
import io.weft.activities.object.LineFields;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What each line of an order costs on either side: the price of one unit, and the discount on the
 * whole line, in the order's currency. D365's are the binding ones where it finds prices itself.
 */
final class LinePrices {
  private static final String ITEM_NUMBER = "ItemNumber";
  private static final String QUANTITY_ORDERED = "OrderedSalesQuantity";
  private static final String SALES_PRICE = "SalesPrice";
  private static final String PER = "SalesPriceQuantity";

  static final List<String> CREATIO_COLUMNS =
      List.of("Id", "Price", "Quantity", "DiscountPercent", "DiscountAmount", "TaxAmount");
  static final List<String> D365_COLUMNS =
      List.of(
          SalesOrderLines.REFERENCE,
          SalesOrderLines.LINE_STATUS,
          SalesOrderLines.AMOUNT,
          ITEM_NUMBER,
          QUANTITY_ORDERED,
          SALES_PRICE,
          PER);

  private static final String PRICE = "Price";
  private static final String DISCOUNT = "Discount";
  private static final String QUANTITY = "Quantity";
  private static final String REMEDY =
      "Correct the line in Creatio, or the line or its trade agreement in D365; then sync the order"
          + " again.";

  private LinePrices() {}

  /** Creatio's, each name beginning with the line's reference. */
  static Fields creatio(List<Row> rows) {
    Map<String, Value> all = new LinkedHashMap<>();
    for (Row row : rows) {
      String line = References.of(String.valueOf(row.text("Id")));
      put(all, line, PRICE, Sums.number(row, "Price"));
      put(all, line, DISCOUNT, discount(row));
      put(all, line, QUANTITY, Sums.number(row, "Quantity"));
    }
    return Fields.of(all);
  }

  /** On the whole line; lines that came over Creatio's API may hold a percentage only. */
  static BigDecimal discount(Row line) {
    BigDecimal amount = Sums.number(line, "DiscountAmount");
    return amount.signum() != 0
        ? amount
        : Sums.number(line, "Price")
            .multiply(Sums.number(line, "Quantity"))
            .multiply(Sums.number(line, "DiscountPercent"))
            .movePointLeft(2);
  }

  /** D365's; lines that were not taken in Creatio, and cancelled ones, are left out. */
  static Fields d365(List<Row> rows) {
    Map<String, Value> all = new LinkedHashMap<>();
    for (Row row : rows) {
      String line = String.valueOf(row.text(SalesOrderLines.REFERENCE)).strip();
      if (line.length() == References.LENGTH && !SalesOrderSums.isCancelled(row)) {
        BigDecimal price = unitPrice(row);
        BigDecimal gross = price.multiply(Sums.number(row, QUANTITY_ORDERED));
        put(all, line, PRICE, price);
        put(all, line, DISCOUNT, gross.subtract(Sums.number(row, SalesOrderLines.AMOUNT)));
        all.put(LineFields.name(line, ITEM_NUMBER), Values.code(row.text(ITEM_NUMBER)));
      }
    }
    return Fields.of(all);
  }

  /** D365 may price a dozen or a hundred at once. */
  private static BigDecimal unitPrice(Row row) {
    BigDecimal price = Sums.number(row, SALES_PRICE);
    BigDecimal per = Sums.number(row, PER);
    return per.signum() == 0 ? price : price.divide(per, MathContext.DECIMAL64);
  }

  private static void put(Map<String, Value> all, String line, String name, BigDecimal number) {
    all.put(LineFields.name(line, name), new Value.Decimal(number));
  }

  /**
   * The lines whose price or discount is more apart than the tolerance allows, in words.
   *
   * @param tolerance for the whole line: a cent per unit adds up
   */
  static List<FieldDecision> apart(Fields creatio, Fields d365, BigDecimal tolerance) {
    List<FieldDecision> apart = new ArrayList<>();
    int number = 0;
    for (String line : Lines.of(creatio)) {
      number++;
      Fields ours = Lines.of(creatio, line);
      Fields theirs = Lines.of(d365, line);
      if (!theirs.isEmpty()) {
        String label = "Line " + number + " (" + theirs.get(ITEM_NUMBER).text() + ")";
        Line both = new Line(line, label, ours, theirs);
        both.compare(PRICE, Sums.decimal(ours, QUANTITY), tolerance, apart);
        both.compare(DISCOUNT, BigDecimal.ONE, tolerance, apart);
      }
    }
    return apart;
  }

  /** One line on both sides. */
  private record Line(String reference, String label, Fields ours, Fields theirs) {
    void compare(String what, BigDecimal times, BigDecimal tolerance, List<FieldDecision> apart) {
      BigDecimal creatio = Sums.decimal(ours, what);
      BigDecimal d365 = Sums.decimal(theirs, what);
      BigDecimal difference = creatio.subtract(d365).multiply(times).abs();
      if (difference.compareTo(tolerance) > 0) {
        apart.add(decision(what, plain(creatio), plain(d365)));
      }
    }

    private FieldDecision decision(String what, String creatio, String d365) {
      String why =
          label
              + ": "
              + what.toLowerCase(Locale.ROOT)
              + " "
              + creatio
              + " in Creatio, "
              + d365
              + " in D365, which charges its own. "
              + REMEDY;
      String field = LineFields.name(reference, what);
      return new FieldDecision(field, Verdict.ASKED, null, d365, d365, creatio, why);
    }
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
