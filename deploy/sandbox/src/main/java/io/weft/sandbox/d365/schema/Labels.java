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
          Map.entry("SalesOrderNumber", "Sales order"),
          Map.entry("OrderingCustomerAccountNumber", "Customer account"),
          Map.entry("InvoiceCustomerAccountNumber", "Invoice account"),
          Map.entry("CurrencyCode", "Currency"),
          Map.entry("PaymentTermsName", "Terms of payment"),
          Map.entry("CustomerPaymentMethodName", "Method of payment"),
          Map.entry("DeliveryTermsCode", "Delivery terms"),
          Map.entry("DeliveryModeCode", "Mode of delivery"),
          Map.entry("SalesTaxGroupCode", "Sales tax group"),
          Map.entry("SalesTaxItemGroupCode", "Item sales tax group"),
          Map.entry("SalesOrderOriginCode", "Sales origin"),
          Map.entry("SalesOrderPoolId", "Pool"),
          Map.entry("DefaultShippingSiteId", "Site"),
          Map.entry("DefaultShippingWarehouseId", "Warehouse"),
          Map.entry("ShippingSiteId", "Site"),
          Map.entry("ShippingWarehouseId", "Warehouse"),
          Map.entry("SalesUnitSymbol", "Unit"),
          Map.entry("OrderedSalesQuantity", "Quantity"),
          Map.entry("CustomersOrderReference", "Customer reference"),
          Map.entry("CustomerRequisitionNumber", "Customer requisition"),
          Map.entry("ExternalItemNumber", "External item number"),
          Map.entry("InventoryLotId", "Lot ID"),
          Map.entry("AssociatedPartyNumber", "Associated party"),
          Map.entry("ContactPersonPartyNumber", "Party ID"),
          Map.entry("EmploymentJobFunctionName", "Job function"),
          Map.entry("DecisionMakingRoleCode", "Decision-making role"),
          Map.entry("PrimaryEmailAddress", "Email"),
          Map.entry("PrimaryAddressCountryRegionId", "Country/region"),
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
