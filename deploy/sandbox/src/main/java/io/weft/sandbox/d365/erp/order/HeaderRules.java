package io.weft.sandbox.d365.erp.order;

import io.weft.sandbox.Row;
import io.weft.sandbox.d365.erp.Customers;
import io.weft.sandbox.d365.erp.Dimensions;
import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.Keys;
import io.weft.sandbox.d365.erp.References;
import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.d365.erp.Text;
import io.weft.sandbox.d365.schema.EntitySet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the ERP checks before it writes an order's header. */
final class HeaderRules {
  static final String CUSTOMER = "OrderingCustomerAccountNumber";
  static final String INVOICE = "InvoiceCustomerAccountNumber";
  private static final String DIMENSIONS = "DefaultLedgerDimensionDisplayValue";

  private final Erp erp;
  private final EntitySet set;
  private final References references;
  private final Dimensions dimensions;

  HeaderRules(Erp erp, EntitySet set) {
    this.erp = erp;
    this.set = set;
    this.dimensions = new Dimensions(erp);
    this.references =
        new References(erp, set)
            .with(CUSTOMER, Customers.SET)
            .with(INVOICE, Customers.SET)
            .with("CurrencyCode", "Currencies")
            .with("DeliveryModeCode", "DeliveryModesV2")
            .with("DeliveryTermsCode", "DeliveryTerms")
            .with("PaymentTermsName", "PaymentTerms")
            .with("CustomerPaymentMethodName", "CustomerPaymentMethods")
            .with("SalesTaxGroupCode", "TaxGroups")
            .with("SalesOrderOriginCode", "SalesOrderOriginCodes")
            .with("SalesOrderPoolId", "SalesOrderPools")
            .with("PriceCustomerGroupCode", "PriceCustomerGroups")
            .with("DefaultShippingSiteId", "OperationalSitesV2")
            .with("DefaultShippingWarehouseId", "Warehouses")
            .with("ContactPersonId", "ContactPersons");
  }

  /** Checks each value that a write carries; the first bad one is refused. */
  void checkFields(String company, Map<String, Object> given) {
    references.check(company, given);
    dimensions.check(set, company, DIMENSIONS, Text.of(given, DIMENSIONS));
  }

  /** Returns the customer who orders; both accounts must be named. */
  Row customer(String company, Map<String, Object> given) {
    for (String account : List.of(CUSTOMER, INVOICE)) {
      if (Text.of(given, account).isEmpty()) {
        throw Refusal.unfilled(set, account);
      }
    }
    Row customer = erp.table(Customers.SET).find(Keys.of(company, Text.of(given, CUSTOMER)));
    if (customer == null) {
      throw Refusal.notFound(set, CUSTOMER, Text.of(given, CUSTOMER), "Customers");
    }
    if (customer.text("OnHoldStatus").equals("All")) {
      throw Refusal.row(
          set, "Customer account '%s' is on hold for 'All'.".formatted(given.get(CUSTOMER)));
    }
    return customer;
  }

  /** Checks what this customer's orders must carry. */
  void checkRow(Row customer, Function<String, String> now) {
    if (now.apply("CurrencyCode").isEmpty()) {
      throw Refusal.unfilled(set, "CurrencyCode");
    }
    demand(customer, "IsOrderNumberReferenceUsed", now, "CustomersOrderReference");
    demand(customer, "IsPurchRequestUsed", now, "CustomerRequisitionNumber");
  }

  private void demand(Row customer, String flag, Function<String, String> now, String field) {
    if (customer.text(flag).equals("Yes") && now.apply(field).isEmpty()) {
      throw Refusal.unfilled(set, field);
    }
  }

  /** Refuses to change what identifies an order, and any change once it is not open. */
  void checkChange(Row row, Map<String, Object> given) {
    for (String name : List.of(EntitySet.COMPANY, Orders.NUMBER, CUSTOMER)) {
      Object value = given.get(name);
      if (value != null && !value.toString().equalsIgnoreCase(row.text(name))) {
        throw Refusal.fixed(set, name);
      }
    }
    if (!Orders.isOpen(row)) {
      throw Refusal.row(
          set,
          "Sales order %s cannot be changed: its status is %s."
              .formatted(row.text(Orders.NUMBER), row.text(Orders.STATUS)));
    }
  }
}
