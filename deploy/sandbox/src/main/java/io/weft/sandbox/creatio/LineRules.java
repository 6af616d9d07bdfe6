package io.weft.sandbox.creatio;

import io.weft.sandbox.Row;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a save of an order line entails: the order's currency where the line has none, and the
 * order's sums. The line's own arithmetic is the sender's, unless the process of newer builds does
 * it.
 */
final class LineRules {
  private final OrderSettings settings;

  LineRules(OrderSettings settings) {
    this.settings = settings;
  }

  /** Returns what a save adds to the values it was sent with. */
  Map<String, Object> completed(Save save, @Nullable Row before, Map<String, Object> sent) {
    Map<String, Object> more = new LinkedHashMap<>(currency(save, before, sent));
    if (settings.totalsByProcess()) {
      Map<String, Object> all = new LinkedHashMap<>(sent);
      all.putAll(more);
      more.putAll(totals(before, all));
    }
    return more;
  }

  void saved(Save save, @Nullable Row before, Row after) {
    String order = after.text("OrderId");
    OrderSums.refresh(save, order);
    if (before != null && !before.text("OrderId").equals(order)) {
      OrderSums.refresh(save, before.text("OrderId"));
    }
  }

  void deleted(Save save, Row line) {
    OrderSums.refresh(save, line.text("OrderId"));
  }

  private static Map<String, Object> currency(
      Save save, @Nullable Row before, Map<String, Object> sent) {
    Map<String, Object> more = new LinkedHashMap<>();
    Row order = save.table("Order").find(String.valueOf(value(before, sent, "OrderId")));
    if (order == null) {
      return more;
    }
    if (Ids.ZERO.equals(value(before, sent, "CurrencyId"))) {
      more.put("CurrencyId", Objects.requireNonNull(order.get("CurrencyId")));
    }
    if (Money.of(before, sent, "CurrencyRate").signum() == 0) {
      more.put("CurrencyRate", Money.of(order, "CurrencyRate"));
    }
    return more;
  }

  private Map<String, Object> totals(@Nullable Row before, Map<String, Object> all) {
    BigDecimal amount = Money.of(before, all, "Price").multiply(Money.of(before, all, "Quantity"));
    BigDecimal discount = Money.percent(amount, Money.of(before, all, "DiscountPercent"));
    BigDecimal net = amount.subtract(discount);
    BigDecimal percent = Money.of(before, all, "DiscountTax");
    boolean within = settings.priceWithTaxes();
    BigDecimal tax = within ? Money.taxWithin(net, percent) : Money.percent(net, percent);
    Map<String, Object> totals = new LinkedHashMap<>();
    BigDecimal rate = Money.of(before, all, "CurrencyRate");
    put(totals, "Price", Money.of(before, all, "Price"), rate);
    put(totals, "Amount", amount, rate);
    put(totals, "DiscountAmount", discount, rate);
    put(totals, "TaxAmount", tax, rate);
    put(totals, "TotalAmount", within ? net : net.add(tax), rate);
    return totals;
  }

  private static void put(
      Map<String, Object> totals, String column, BigDecimal amount, BigDecimal rate) {
    totals.put(column, Money.kept(amount));
    totals.put("Primary" + column, Money.primary(amount, rate));
  }

  private static Object value(@Nullable Row before, Map<String, Object> sent, String column) {
    Object now = sent.get(column);
    if (now != null) {
      return now;
    }
    Object old = before == null ? null : before.get(column);
    return old == null ? Ids.ZERO : old;
  }
}
