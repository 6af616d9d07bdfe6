package io.weft.sandbox.d365.erp.order;

import io.weft.sandbox.Row;
import io.weft.sandbox.d365.erp.Countries;
import io.weft.sandbox.d365.erp.Dimensions;
import io.weft.sandbox.d365.erp.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an order takes from its customer where the request was silent. */
final class HeaderDefaults {
  private static final Map<String, String> CUSTOMER = new LinkedHashMap<>();
  private static final List<String> ADDRESS =
      List.of("Street", "StreetNumber", "City", "ZipCode", "CountryRegionId", "Description");

  static {
    CUSTOMER.put("SalesOrderName", "OrganizationName");
    CUSTOMER.put("CurrencyCode", "SalesCurrencyCode");
    CUSTOMER.put("LanguageId", "LanguageId");
    CUSTOMER.put("PaymentTermsName", "PaymentTerms");
    CUSTOMER.put("PaymentScheduleName", "PaymentSchedule");
    CUSTOMER.put("CustomerPaymentMethodName", "PaymentMethod");
    CUSTOMER.put("DeliveryModeCode", "DeliveryMode");
    CUSTOMER.put("DeliveryTermsCode", "DeliveryTerms");
    CUSTOMER.put("SalesTaxGroupCode", "SalesTaxGroup");
    CUSTOMER.put("ArePricesIncludingSalesTax", "IsSalesTaxIncludedInPrices");
    CUSTOMER.put("DefaultShippingWarehouseId", "WarehouseId");
    CUSTOMER.put("ContactPersonId", "ContactPersonId");
    CUSTOMER.put("Email", "PrimaryContactEmail");
    CUSTOMER.put("TaxExemptNumber", "TaxExemptNumber");
    CUSTOMER.put("OrderResponsiblePersonnelNumber", "EmployeeResponsibleNumber");
  }

  private HeaderDefaults() {}

  /** Fills in what is not there; what was sent empty stays empty. */
  static void complete(Map<String, Object> values, Row customer, Dimensions dimensions) {
    boolean ownSite = values.containsKey("DefaultShippingSiteId");
    CUSTOMER.forEach(
        (here, there) -> {
          Object value = customer.own().get(there);
          if (value != null && !(ownSite && here.equals("DefaultShippingWarehouseId"))) {
            Text.otherwise(values, here, value);
          }
        });
    if (!values.containsKey("DefaultShippingWarehouseId")) {
      Text.otherwise(values, "DefaultShippingSiteId", customer.text("SiteId"));
    }
    String display = "DefaultLedgerDimensionDisplayValue";
    Text.otherwise(values, display, customer.text("DefaultDimensionDisplayValue"));
    address(values, customer, "Invoice", customer.text("InvoiceAddressCity").isEmpty());
    if (!"Yes".equals(values.get("IsDeliveryAddressOrderSpecific"))) {
      address(values, customer, "Delivery", customer.text("DeliveryAddressCity").isEmpty());
      Text.otherwise(values, "DeliveryAddressName", Text.of(values, "SalesOrderName"));
    }
  }

  private static void address(
      Map<String, Object> values, Row customer, String kind, boolean primary) {
    String there = (primary ? "" : kind) + "Address";
    for (String part : ADDRESS) {
      String here = kind + "Address" + part;
      if (!here.equals("InvoiceAddressDescription")) {
        Text.otherwise(values, here, customer.text(there + part));
      }
    }
    Text.otherwise(values, kind + "AddressStateId", customer.text(there + "State"));
    Text.otherwise(values, kind + "AddressCountyId", customer.text(there + "County"));
  }

  /** Writes out what follows from the parts of the addresses. */
  static void derive(Map<String, Object> values, @Nullable Row before) {
    for (String kind : List.of("Delivery", "Invoice")) {
      boolean touched = values.keySet().stream().anyMatch(n -> n.startsWith(kind + "Address"));
      if (touched) {
        String country = now(values, before, kind + "AddressCountryRegionId");
        values.put(kind + "AddressCountryRegionISOCode", Countries.iso2(country));
        String formatted =
            kind.equals("Delivery") ? "FormattedDelveryAddress" : "FormattedInvoiceAddress";
        values.put(formatted, formatted(values, before, kind + "Address"));
      }
    }
  }

  private static String formatted(Map<String, Object> values, @Nullable Row before, String prefix) {
    String town =
        Stream.of("ZipCode", "City")
            .map(part -> now(values, before, prefix + part))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return Stream.of(
            now(values, before, prefix + "Street"),
            town,
            now(values, before, prefix + "StateId"),
            now(values, before, prefix + "CountryRegionId"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String now(Map<String, Object> values, @Nullable Row before, String name) {
    return values.containsKey(name) || before == null ? Text.of(values, name) : before.text(name);
  }
}
