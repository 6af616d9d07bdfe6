package io.weft.sandbox.creatio;

import java.text.DecimalFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The system settings that orders follow, under the names by which they are changed. */
final class OrderSettings {
  private static final Pattern COUNTER = Pattern.compile("\\{0(?::(0+))?}");

  private final AtomicLong lastNumber = new AtomicLong();
  private volatile String codeMask = "ORD-{0}";
  private volatile UUID status = SalesIds.DRAFT;
  private volatile UUID paymentStatus = SalesIds.PAYMENT_PLANNED;
  private volatile UUID deliveryStatus = SalesIds.DELIVERY_PLANNED;
  private volatile String baseCurrency = "USD";
  private volatile boolean priceWithTaxes = true;
  private volatile boolean totalsByProcess;

  UUID status() {
    return status;
  }

  UUID paymentStatus() {
    return paymentStatus;
  }

  UUID deliveryStatus() {
    return deliveryStatus;
  }

  UUID baseCurrency() {
    return BaseData.currencyId(baseCurrency);
  }

  boolean priceWithTaxes() {
    return priceWithTaxes;
  }

  /** Returns whether a process of newer builds computes the totals of a line when it is saved. */
  boolean totalsByProcess() {
    return totalsByProcess;
  }

  /** Returns the next order number; a number once given is not given again. */
  String nextNumber() {
    long next = lastNumber.incrementAndGet();
    Matcher place = COUNTER.matcher(codeMask);
    return place.replaceAll(
        found ->
            found.group(1) == null ? "" + next : new DecimalFormat(found.group(1)).format(next));
  }

  void putInto(Map<String, @Nullable Object> json) {
    json.put("orderCodeMask", codeMask);
    json.put("orderLastNumber", lastNumber.get());
    json.put("orderStatus", status);
    json.put("orderPaymentStatus", paymentStatus);
    json.put("orderDeliveryStatus", deliveryStatus);
    json.put("baseCurrency", baseCurrency);
    json.put("priceWithTaxes", priceWithTaxes);
    json.put("calcOrderProductTotalWithProcess", totalsByProcess);
  }

  void change(String name, String value) {
    switch (name) {
      case "orderCodeMask" -> codeMask = value;
      case "orderLastNumber" -> lastNumber.set(Long.parseLong(value));
      case "orderStatus" -> status = UUID.fromString(value);
      case "orderPaymentStatus" -> paymentStatus = UUID.fromString(value);
      case "orderDeliveryStatus" -> deliveryStatus = UUID.fromString(value);
      case "baseCurrency" -> baseCurrency = value;
      case "priceWithTaxes" -> priceWithTaxes = Boolean.parseBoolean(value);
      case "calcOrderProductTotalWithProcess" -> totalsByProcess = Boolean.parseBoolean(value);
      default -> throw new IllegalArgumentException("no setting '" + name + "'");
    }
  }
}
