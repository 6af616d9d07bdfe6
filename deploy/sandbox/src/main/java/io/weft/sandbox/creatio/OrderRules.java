package io.weft.sandbox.creatio;

import io.weft.sandbox.Row;
import io.weft.sandbox.Values;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a save of an order entails: a number where there is none, a payment status that follows from
 * what is paid, and lines that follow the order into another currency.
 */
final class OrderRules {
  private static final List<String> AMOUNTS =
      List.of("Price", "Amount", "DiscountAmount", "TaxAmount", "TotalAmount");

  private final OrderSettings settings;

  OrderRules(OrderSettings settings) {
    this.settings = settings;
  }

  Map<String, Object> defaults(Save save) {
    Map<String, Object> defaults = new LinkedHashMap<>();
    defaults.put("Date", save.stamp());
    defaults.put("StatusId", settings.status());
    defaults.put("PaymentStatusId", settings.paymentStatus());
    defaults.put("DeliveryStatusId", settings.deliveryStatus());
    defaults.put("CurrencyId", settings.baseCurrency());
    defaults.put("CurrencyRate", BigDecimal.ONE);
    defaults.put("DeliveryTypeId", SalesIds.COURIER);
    defaults.put("PaymentTypeId", SalesIds.WIRE);
    return defaults;
  }

  /** Returns what a save adds to the values it was sent with. */
  Map<String, Object> completed(Save save, @Nullable Row before, Map<String, Object> sent) {
    Map<String, Object> all = new LinkedHashMap<>(sent);
    if (before != null) {
      all.putAll(rate(save, before, sent));
    }
    Map<String, Object> more = new LinkedHashMap<>(all);
    more.keySet().removeAll(sent.keySet());
    Object number = sent.getOrDefault("Number", before == null ? "" : before.text("Number"));
    if (number.toString().isBlank()) {
      more.put("Number", settings.nextNumber());
    }
    BigDecimal amount = Money.of(before, all, "Amount");
    more.putAll(paymentStatus(amount, Money.of(before, all, "PaymentAmount")));
    return more;
  }

  /** Takes the lines along when the currency of their order, or its rate, has changed. */
  void saved(Save save, @Nullable Row before, Row after) {
    if (before == null || !changed(before, after, "CurrencyId", "CurrencyRate")) {
      return;
    }
    List<Row> lines = save.children("OrderProduct", "OrderId", after);
    lines.forEach(line -> convert(save, before, after, line));
    if (!lines.isEmpty()) {
      OrderSums.refresh(save, after.key());
    }
  }

  /** Returns the payment status that an amount and what is paid of it lead to, if any. */
  static Map<String, Object> paymentStatus(BigDecimal amount, BigDecimal paid) {
    if (amount.signum() <= 0 || paid.signum() <= 0 || paid.compareTo(amount) > 0) {
      return Map.of();
    }
    boolean all = paid.compareTo(amount) == 0;
    return Map.of("PaymentStatusId", all ? SalesIds.PAYMENT_PAID : SalesIds.PAYMENT_PARTIAL);
  }

  // Another currency brings its own rate unless one is sent; what was paid is shown in it.
  private static Map<String, Object> rate(Save save, Row before, Map<String, Object> sent) {
    Map<String, Object> more = new LinkedHashMap<>();
    if (!sent.containsKey("CurrencyRate")
        && sent.get("CurrencyId") instanceof UUID currency
        && !currency.equals(before.get("CurrencyId"))) {
      Row row = save.table("Currency").find(currency.toString());
      more.put("CurrencyRate", row == null ? BigDecimal.ONE : Money.of(row, "Rate"));
    }
    Object rate = more.getOrDefault("CurrencyRate", sent.get("CurrencyRate"));
    BigDecimal paid = Money.of(before, sent, "PrimaryPaymentAmount");
    if (rate instanceof BigDecimal now
        && !Values.same(now, before.get("CurrencyRate"))
        && paid.signum() != 0
        && !sent.containsKey("PaymentAmount")) {
      more.put("PaymentAmount", Money.inCurrency(paid, now));
    }
    return more;
  }

  private static void convert(Save save, Row before, Row order, Row line) {
    BigDecimal own = Money.of(line, "CurrencyRate");
    BigDecimal old = own.signum() == 0 ? Money.of(before, "CurrencyRate") : own;
    BigDecimal now = Money.of(order, "CurrencyRate");
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    changes.put("CurrencyId", order.get("CurrencyId"));
    changes.put("CurrencyRate", now);
    for (String column : AMOUNTS) {
      BigDecimal kept = Money.of(line, "Primary" + column);
      BigDecimal amount = Money.of(line, column);
      BigDecimal primary = kept.signum() == 0 ? Money.primary(amount, old) : kept;
      changes.put("Primary" + column, primary);
      changes.put(column, Money.inCurrency(primary, now));
    }
    save.update(line, changes, true);
  }

  private static boolean changed(Row before, Row after, String... columns) {
    for (String column : columns) {
      if (!Values.same(before.get(column), after.get(column))) {
        return true;
      }
    }
    return false;
  }
}
