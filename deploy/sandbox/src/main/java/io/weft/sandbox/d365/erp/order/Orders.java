package io.weft.sandbox.d365.erp.order;

import io.weft.sandbox.Row;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.Keys;
import io.weft.sandbox.d365.schema.EntitySet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where orders and their lines are, and what their states are called. */
public final class Orders {
  /** The set of headers. */
  public static final String HEADERS = "SalesOrderHeadersV2";

  /** The set of lines. */
  public static final String LINES = "SalesOrderLines";

  static final String NUMBER = "SalesOrderNumber";
  static final String LOT = "InventoryLotId";
  static final String STATUS = "SalesOrderStatus";
  static final String PROCESSING = "SalesOrderProcessingStatus";
  static final String LINE_STATUS = "SalesOrderLineStatus";
  static final String QUANTITY = "OrderedSalesQuantity";

  static final String OPEN = "Backorder";
  static final String DELIVERED = "Delivered";
  static final String INVOICED = "Invoiced";
  static final String CANCELED = "Canceled";

  /** What a line has behind it; no entity shows these. */
  static final String PICKED = "$picked";

  static final String SHIPPED = "$shipped";
  static final String BILLED = "$billed";
  static final String DROPPED = "$dropped";

  private Orders() {}

  /** Returns a header, null if there is none. */
  public static @Nullable Row header(Erp erp, String company, String number) {
    return erp.table(HEADERS).find(Keys.of(company, number));
  }

  /** Returns an order's lines by line number. */
  public static List<Row> lines(Erp erp, String company, String number) {
    List<Row> lines = new ArrayList<>();
    for (Row line : erp.table(LINES).equal(NUMBER, number)) {
      if (line.text(EntitySet.COMPANY).equals(company)) {
        lines.add(line);
      }
    }
    lines.sort(Comparator.comparing(line -> amount(line, "LineNumber")));
    return lines;
  }

  /** Returns the lines of a header. */
  public static List<Row> lines(Erp erp, Row header) {
    return lines(erp, header.text(EntitySet.COMPANY), header.text(NUMBER));
  }

  /** Returns a decimal of a row; what is not there is zero. */
  static BigDecimal amount(Row row, String name) {
    return row.get(name) instanceof BigDecimal number ? number : BigDecimal.ZERO;
  }

  /** Returns a decimal among values; what is not there is zero. */
  static BigDecimal amount(Map<String, Object> values, String name) {
    return values.get(name) instanceof BigDecimal number ? number : BigDecimal.ZERO;
  }

  static boolean isOpen(Row header) {
    return header.text(STATUS).equals(OPEN);
  }

  /** Returns how much of a line is still to be delivered. */
  static BigDecimal remaining(Row line) {
    return amount(line, QUANTITY).subtract(amount(line, SHIPPED)).subtract(amount(line, DROPPED));
  }
}
