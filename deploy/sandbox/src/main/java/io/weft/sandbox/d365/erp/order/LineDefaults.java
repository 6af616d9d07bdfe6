package io.weft.sandbox.d365.erp.order;

import io.weft.sandbox.Row;
import io.weft.sandbox.d365.erp.Dimensions;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.Text;
import io.weft.sandbox.d365.schema.EntitySet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a line takes from its header and its item, and the amount that follows. */
final class LineDefaults {
  private static final List<String> FROM_HEADER =
      List.of(
          "CurrencyCode",
          "SalesTaxGroupCode",
          "DeliveryModeCode",
          "RequestedShippingDate",
          "RequestedReceiptDate",
          "InventoryReservationMethod");
  private static final List<String> ADDRESS =
      List.of(
          "Name",
          "Description",
          "Street",
          "StreetNumber",
          "City",
          "StateId",
          "CountyId",
          "ZipCode",
          "CountryRegionId",
          "CountryRegionISOCode",
          "LocationId");
  private static final String DISPLAY = "DefaultLedgerDimensionDisplayValue";

  private final Dimensions dimensions;
  private final Items items;
  private final Money money;

  LineDefaults(Erp erp, Items items) {
    this.dimensions = new Dimensions(erp);
    this.items = items;
    this.money = new Money(erp);
  }

  /** Fills in what is not there; what was sent empty stays empty. */
  void complete(Map<String, Object> values, Row header, @Nullable Row item) {
    for (String name : FROM_HEADER) {
      Object value = header.get(name);
      if (value != null) {
        Text.otherwise(values, name, value);
      }
    }
    if (!"Yes".equals(values.get("IsDeliveryAddressOrderSpecific"))) {
      ADDRESS.forEach(
          part ->
              Text.otherwise(
                  values, "DeliveryAddress" + part, header.text("DeliveryAddress" + part)));
    }
    Text.otherwise(values, Orders.QUANTITY, BigDecimal.ONE);
    Text.otherwise(values, "SalesPriceQuantity", BigDecimal.ONE);
    if (item != null) {
      ofItem(values, header, item);
    }
    String own = item == null ? "" : item.text(DISPLAY);
    Text.otherwise(values, DISPLAY, dimensions.merged(header.text(DISPLAY), own));
  }

  private void ofItem(Map<String, Object> values, Row header, Row item) {
    Text.otherwise(values, "LineDescription", items.name(item));
    Text.otherwise(values, "SalesUnitSymbol", item.text("SalesUnitSymbol"));
    Text.otherwise(values, "SalesTaxItemGroupCode", item.text("SalesSalesTaxItemGroupCode"));
    if (!values.containsKey("SalesPrice")) {
      String books = Money.ofCompany(header.text(EntitySet.COMPANY));
      BigDecimal price = Orders.amount(item, "SalesPrice");
      values.put("SalesPrice", money.converted(price, books, header.text("CurrencyCode")));
      values.put("SalesPriceQuantity", Orders.amount(item, "SalesPriceQuantity"));
    }
  }

  /**
   * Returns quantity times price, less a discount per unit and then one in percent, as the currency
   * rounds it.
   */
  BigDecimal amount(Map<String, Object> line) {
    BigDecimal per = Orders.amount(line, "SalesPriceQuantity");
    BigDecimal price = Orders.amount(line, "SalesPrice");
    BigDecimal unit = per.signum() == 0 ? price : price.divide(per, MathContext.DECIMAL64);
    BigDecimal gross =
        Orders.amount(line, Orders.QUANTITY)
            .multiply(unit.subtract(Orders.amount(line, "LineDiscountAmount")));
    BigDecimal discount = Money.percent(gross, Orders.amount(line, "LineDiscountPercentage"));
    return money.rounded(gross.subtract(discount), Text.of(line, "CurrencyCode"));
  }
}
