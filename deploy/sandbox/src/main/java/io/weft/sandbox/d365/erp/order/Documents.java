package io.weft.sandbox.d365.erp.order;

import io.weft.sandbox.Row;
import io.weft.sandbox.Tx;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.schema.EntitySet;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The papers that acts on an order leave behind: confirmations and packing slips. */
final class Documents {
  /** What a confirmation copies from the order, under the same name. */
  private static final List<String> COPIED =
      List.of(
          EntitySet.COMPANY,
          Orders.NUMBER,
          "ArePricesIncludingSalesTax",
          "CurrencyCode",
          "CustomerRequisitionNumber",
          "CustomersOrderReference",
          "DeliveryAddressCity",
          "DeliveryAddressCountryRegionId",
          "DeliveryAddressName",
          "DeliveryAddressStreet",
          "DeliveryAddressZipCode",
          "DeliveryModeCode",
          "DeliveryTermsCode",
          "InvoiceCustomerAccountNumber",
          "LanguageId",
          "OrderingCustomerAccountNumber",
          "OrderTakerPersonnelNumber",
          "PaymentTermsName");

  private final Erp erp;
  private final EntitySet confirmations;
  private final EntitySet slips;

  Documents(Erp erp) {
    this.erp = erp;
    this.confirmations = erp.schema().get("SalesOrderConfirmationHeaders");
    this.slips = erp.schema().get("PackingSlipTrackingInformation");
  }

  /** Adds a confirmation; every further one of an order counts up. */
  void confirmation(Tx tx, Row header, List<Row> lines, Instant day) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String name : COPIED) {
      Object value = header.get(name);
      if (value != null) {
        values.put(name, value);
      }
    }
    values.put(
        "ConfirmationNumber", header.text(Orders.NUMBER) + "-" + count(confirmations, header));
    values.put("ConfirmationDate", day);
    values.put("DefaultDimensionDisplayValue", header.text("DefaultLedgerDimensionDisplayValue"));
    values.put("TotalConfirmedAmount", Orders.amount(header, "OrderTotalAmount"));
    values.put("TotalSalesTaxAmount", Orders.amount(header, "OrderTotalTaxAmount"));
    values.put("TotalDiscountAmount", Orders.amount(header, "OrderTotalDiscountAmount"));
    values.put("TotalChargeAmount", Orders.amount(header, "OrderTotalChargesAmount"));
    values.put("SubTotalAmount", sum(lines, "LineAmount"));
    values.put("TotalQuantity", sum(lines, Orders.QUANTITY));
    Row unused = erp.insert(tx, confirmations, values, "");
  }

  /** Adds a packing slip. */
  void packingSlip(Tx tx, Row header, Instant day, Map<String, @Nullable Object> body) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(EntitySet.COMPANY, header.text(EntitySet.COMPANY));
    values.put(Orders.NUMBER, header.text(Orders.NUMBER));
    values.put("PackingSlipNumber", header.text(Orders.NUMBER) + "-PS" + count(slips, header));
    values.put("DeliveryDate", day);
    for (String name : List.of("trackingNumber", "trackingUrl")) {
      Object given = body.get(name);
      values.put(
          name.equals("trackingNumber") ? "TrackingNumber" : "TrackingURL",
          given == null ? "" : given.toString());
    }
    Row unused = erp.insert(tx, slips, values, "");
  }

  private long count(EntitySet set, Row header) {
    return 1
        + erp.table(set).equal(Orders.NUMBER, header.text(Orders.NUMBER)).stream()
            .filter(row -> row.text(EntitySet.COMPANY).equals(header.text(EntitySet.COMPANY)))
            .count();
  }

  private static BigDecimal sum(List<Row> lines, String name) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Row line : lines) {
      if (!line.text(Orders.LINE_STATUS).equals(Orders.CANCELED)) {
        sum = sum.add(Orders.amount(line, name));
      }
    }
    return sum;
  }
}
