package io.weft.sandbox.d365.erp.order;

import io.weft.sandbox.Row;
import java.util.List;
import java.util.function.Predicate;

/** An order's two states, as they follow from its lines. */
record States(String order, String processing) {

  /** Returns the states; an order nobody has delivered from keeps the step it is at. */
  static States of(List<Row> lines, String before) {
    if (all(lines, line -> is(line, Orders.CANCELED))) {
      return new States(Orders.CANCELED, Orders.CANCELED);
    }
    if (all(lines, line -> is(line, Orders.INVOICED) || is(line, Orders.CANCELED))) {
      return new States(Orders.INVOICED, Orders.INVOICED);
    }
    boolean billed = any(lines, line -> Orders.amount(line, Orders.BILLED).signum() != 0);
    if (!any(lines, line -> is(line, Orders.OPEN))) {
      return new States(Orders.DELIVERED, billed ? "DeliveredPartiallyInvoiced" : Orders.DELIVERED);
    }
    if (billed) {
      return new States(Orders.OPEN, "PartiallyInvoiced");
    }
    boolean shipped = any(lines, line -> Orders.amount(line, Orders.SHIPPED).signum() != 0);
    return new States(Orders.OPEN, shipped ? "PartiallyDelivered" : before);
  }

  private static boolean is(Row line, String status) {
    return line.text(Orders.LINE_STATUS).equals(status);
  }

  private static boolean all(List<Row> lines, Predicate<Row> test) {
    return lines.stream().allMatch(test);
  }

  private static boolean any(List<Row> lines, Predicate<Row> test) {
    return lines.stream().anyMatch(test);
  }
}
