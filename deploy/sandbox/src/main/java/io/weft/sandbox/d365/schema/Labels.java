package io.weft.sandbox.d365.schema;

import java.util.Locale;
import java.util.Map;

/** Field labels as the service user's language shows them: en-US. */
final class Labels {
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("CustomerGroupId", "Customer group"),
          Map.entry("PaymentTerms", "Terms of payment"),
          Map.entry("PaymentTermId", "Terms of payment"),
          Map.entry("PaymentMethod", "Method of payment"),
          Map.entry("SalesTaxGroup", "Sales tax group"),
          Map.entry("TaxGroupId", "Sales tax group"),
          Map.entry("SalesCurrencyCode", "Currency"),
          Map.entry("OrganizationName", "Name"),
          Map.entry("TaxExemptNumber", "Tax exempt number"),
          Map.entry("DeliveryTerms", "Delivery terms"),
          Map.entry("DeliveryMode", "Mode of delivery"),
          Map.entry("AddressCountryRegionId", "Country/region"),
          Map.entry("DeliveryAddressCountryRegionId", "Country/region"),
          Map.entry("InvoiceAddressCountryRegionId", "Country/region"),
          Map.entry("PartyNumber", "Party ID"),
          Map.entry("dataAreaId", "Company"));

  private Labels() {}

  static String of(String name) {
    String known = KNOWN.get(name);
    return known == null ? spoken(name) : known;
  }

  private static String spoken(String name) {
    String words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replaceAll(" Id$", "");
    return words.substring(0, 1).toUpperCase(Locale.ROOT)
        + words.substring(1).toLowerCase(Locale.ROOT);
  }
}
