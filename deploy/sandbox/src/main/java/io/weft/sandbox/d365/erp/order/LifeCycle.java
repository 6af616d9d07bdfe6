package io.weft.sandbox.d365.erp.order;

import io.weft.sandbox.Row;
import io.weft.sandbox.Tx;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.d365.schema.EntitySet;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What people do to orders in the ERP's own screens, and no OData call can: confirm, pick, ship,
 * invoice, cancel. Each act is one transaction; states, dates and journals follow.
 */
public final class LifeCycle {
  private final Erp erp;
  private final EntitySet headers;
  private final EntitySet lines;
  private final Documents documents;
  private final Periods periods;
  private final Totals totals;

  /** Takes the tenant whose orders are handled. */
  public LifeCycle(Erp erp) {
    this.erp = erp;
    this.headers = erp.schema().get(Orders.HEADERS);
    this.lines = erp.schema().get(Orders.LINES);
    this.documents = new Documents(erp);
    this.periods = new Periods(erp);
    this.totals = new Totals(erp);
  }

  /**
   * Does one act to an order and returns its header afterwards.
   *
   * @param act confirm, pick, ship, invoice, cancel or recalculate
   * @throws Refusal if the order's state, or a closed period, forbids it
   * @throws IllegalArgumentException if there is no such act or line
   */
  public Row act(Tx tx, Row header, String act, Map<String, @Nullable Object> body) {
    return switch (act) {
      case "confirm" -> confirm(tx, ready(header), body);
      case "pick" -> pick(tx, ready(header), body);
      case "ship" -> ship(tx, ready(header), body);
      case "invoice" -> invoice(tx, header, body);
      case "cancel" -> cancel(tx, header, body);
      case "recalculate" -> totals.compute(tx, header);
      default ->
          throw new IllegalArgumentException(
              "no act '%s'; there are confirm, pick, ship, invoice, cancel, recalculate"
                  .formatted(act));
    };
  }

  private Row confirm(Tx tx, Row header, Map<String, @Nullable Object> body) {
    Instant day = day(header, body);
    Row summed = totals.compute(tx, header);
    documents.confirmation(tx, summed, Orders.lines(erp, header), day);
    for (Row line : Orders.lines(erp, header)) {
      Row unused = erp.update(tx, lines, line, confirmedDates(line));
    }
    Map<String, Object> changes = confirmedDates(summed);
    if (summed.text(Orders.PROCESSING).equals("Active")) {
      changes.put(Orders.PROCESSING, "Confirmed");
    }
    return erp.update(tx, headers, summed, changes);
  }

  private static Map<String, Object> confirmedDates(Row row) {
    Map<String, Object> dates = new LinkedHashMap<>();
    for (String kind : List.of("Shipping", "Receipt")) {
      Object wanted = row.get("Requested" + kind + "Date");
      if (wanted != null) {
        dates.put("Confirmed" + kind + "Date", wanted);
      }
    }
    return dates;
  }

  private Row pick(Tx tx, Row header, Map<String, @Nullable Object> body) {
    portion(header, body, Orders::remaining)
        .forEach(
            (line, quantity) -> {
              Row unused = erp.update(tx, lines, line, Map.of(Orders.PICKED, "Yes"));
            });
    boolean early = List.of("Active", "Confirmed").contains(header.text(Orders.PROCESSING));
    return early ? erp.update(tx, headers, header, Map.of(Orders.PROCESSING, "Picked")) : header;
  }

  private Row ship(Tx tx, Row header, Map<String, @Nullable Object> body) {
    Instant day = day(header, body);
    Map<Row, BigDecimal> portion = portion(header, body, Orders::remaining);
    if (portion.isEmpty()) {
      throw Refusal.row(headers, "Nothing is left to be delivered.");
    }
    portion.forEach((line, quantity) -> shipLine(tx, line, quantity));
    documents.packingSlip(tx, header, day, body);
    return settle(tx, header);
  }

  private void shipLine(Tx tx, Row line, BigDecimal quantity) {
    Map<String, Object> changes = new LinkedHashMap<>();
    changes.put(Orders.SHIPPED, Orders.amount(line, Orders.SHIPPED).add(quantity));
    boolean done = Orders.remaining(line).compareTo(quantity) == 0;
    changes.put(Orders.LINE_STATUS, done ? Orders.DELIVERED : Orders.OPEN);
    Row unused = erp.update(tx, lines, line, changes);
  }

  private Row invoice(Tx tx, Row header, Map<String, @Nullable Object> body) {
    Instant unused = day(header, body);
    Map<Row, BigDecimal> portion = portion(header, body, LifeCycle::unbilled);
    if (portion.isEmpty()) {
      throw Refusal.row(headers, "Nothing is delivered that could be invoiced.");
    }
    portion.forEach((line, quantity) -> bill(tx, line, quantity));
    return settle(tx, header);
  }

  private void bill(Tx tx, Row line, BigDecimal quantity) {
    Map<String, Object> changes = new LinkedHashMap<>();
    BigDecimal billed = Orders.amount(line, Orders.BILLED).add(quantity);
    changes.put(Orders.BILLED, billed);
    boolean all = billed.compareTo(Orders.amount(line, Orders.SHIPPED)) == 0;
    if (all && Orders.remaining(line).signum() == 0) {
      changes.put(Orders.LINE_STATUS, Orders.INVOICED);
    }
    Row unused = erp.update(tx, lines, line, changes);
  }

  private Row cancel(Tx tx, Row header, Map<String, @Nullable Object> body) {
    boolean over = List.of(Orders.INVOICED, Orders.CANCELED).contains(header.text(Orders.STATUS));
    Map<Row, BigDecimal> portion = portion(header, body, Orders::remaining);
    boolean whole = !body.containsKey("lines");
    if (over || (portion.isEmpty() && !(whole && Orders.lines(erp, header).isEmpty()))) {
      throw Refusal.row(headers, "Nothing is left that could be canceled.");
    }
    portion.forEach((line, quantity) -> drop(tx, line, quantity));
    Row after = settle(tx, header);
    totals.refresh(tx, header.text(EntitySet.COMPANY), header.text(Orders.NUMBER));
    return current(after);
  }

  private void drop(Tx tx, Row line, BigDecimal quantity) {
    Map<String, Object> changes = new LinkedHashMap<>();
    changes.put(Orders.DROPPED, Orders.amount(line, Orders.DROPPED).add(quantity));
    if (Orders.remaining(line).compareTo(quantity) == 0) {
      boolean nothing = Orders.amount(line, Orders.SHIPPED).signum() == 0;
      boolean billed =
          Orders.amount(line, Orders.BILLED).compareTo(Orders.amount(line, Orders.SHIPPED)) == 0;
      String delivered = billed ? Orders.INVOICED : Orders.DELIVERED;
      changes.put(Orders.LINE_STATUS, nothing ? Orders.CANCELED : delivered);
    }
    Row unused = erp.update(tx, lines, line, changes);
  }

  /** The header's states follow from its lines'. */
  private Row settle(Tx tx, Row header) {
    States states = States.of(Orders.lines(erp, header), header.text(Orders.PROCESSING));
    Map<String, Object> changes = new LinkedHashMap<>();
    changes.put(Orders.STATUS, states.order());
    changes.put(Orders.PROCESSING, states.processing());
    return erp.update(tx, headers, current(header), changes);
  }

  private Map<Row, BigDecimal> portion(
      Row header, Map<String, @Nullable Object> body, Function<Row, BigDecimal> rest) {
    return Portion.of(body, Orders.lines(erp, header), rest);
  }

  private static BigDecimal unbilled(Row line) {
    return Orders.amount(line, Orders.SHIPPED).subtract(Orders.amount(line, Orders.BILLED));
  }

  private Row ready(Row header) {
    if (header.text("IsSalesProcessingStopped").equals("Yes")) {
      throw Refusal.row(headers, "Processing of this sales order is stopped.");
    }
    if (!Orders.isOpen(header)) {
      throw Refusal.row(
          headers,
          "Sales order %s has the status %s."
              .formatted(header.text(Orders.NUMBER), header.text(Orders.STATUS)));
    }
    return header;
  }

  /** Returns the day of an act, today if none is given; its period must be open. */
  private Instant day(Row header, Map<String, @Nullable Object> body) {
    Object given = body.get("date");
    Instant day = given == null ? periods.today() : Periods.day(given.toString());
    periods.check(headers, header.text(EntitySet.COMPANY), day);
    return day;
  }

  private Row current(Row row) {
    Row current = erp.table(headers).find(row.key());
    return current == null ? row : current;
  }
}
