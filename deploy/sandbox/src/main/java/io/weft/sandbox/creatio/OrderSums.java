package io.weft.sandbox.creatio;

import io.weft.sandbox.Row;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the amounts of an order at the sums of its lines. */
final class OrderSums {
  private OrderSums() {}

  /** Sums the lines up; writes the order, as the server, only if a sum really differs. */
  static void refresh(Save save, String orderId) {
    Row order = save.table("Order").find(orderId);
    if (order == null) {
      return;
    }
    List<Row> lines = save.children("OrderProduct", "OrderId", order);
    BigDecimal amount = sum(lines, "TotalAmount");
    BigDecimal primary = sum(lines, "PrimaryTotalAmount");
    if (amount.compareTo(Money.of(order, "Amount")) != 0
        || primary.compareTo(Money.of(order, "PrimaryAmount")) != 0) {
      Map<String, @Nullable Object> changes = new LinkedHashMap<>();
      changes.put("Amount", amount);
      changes.put("PrimaryAmount", primary);
      changes.putAll(OrderRules.paymentStatus(amount, Money.of(order, "PaymentAmount")));
      save.update(order, changes, true);
    }
  }

  private static BigDecimal sum(List<Row> lines, String column) {
    return Money.kept(
        lines.stream()
            .map(line -> Money.of(line, column))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
