package io.weft.workflows.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The eight kinds of business record that Weft keeps in step. The slug is part of workflow ids,
 * settings and stored rows, so it is never renamed.
 */
public enum SyncObjectName {
  ACCOUNT_CUSTOMER("account-customer", "AccountCustomerSync"),
  CONTACT("contact", "ContactSync"),
  PRODUCT("product", "ProductSync"),
  OPPORTUNITY_QUOTATION("opportunity-quotation", "OpportunityQuotationSync"),
  ORDER_SALES_ORDER("order-sales-order", "OrderSalesOrderSync"),
  INVOICE_ORDER_STATUS("invoice-order-status", "InvoiceOrderStatusSync"),
  INVENTORY_AVAILABILITY("inventory-availability", "InventoryAvailabilitySync"),
  PAYMENT_ACTIVITY("payment-activity", "PaymentActivitySync");

  private final String slug;
  private final String workflowType;

  SyncObjectName(String slug, String workflowType) {
    this.slug = slug;
    this.workflowType = workflowType;
  }

  /** The kebab-case name in ids, settings and stored rows. */
  @JsonValue
  public String slug() {
    return slug;
  }

  /** The Temporal workflow type that reconciles one pair of this object. */
  public String workflowType() {
    return workflowType;
  }

  /** Returns the object of that slug; throws IllegalArgumentException naming the known ones. */
  @JsonCreator
  public static SyncObjectName of(String slug) {
    for (SyncObjectName name : values()) {
      if (name.slug.equals(slug)) {
        return name;
      }
    }
    throw new IllegalArgumentException(
        "unknown sync object '"
            + slug
            + "': expected one of account-customer, contact, product, ...");
  }

  @Override
  public String toString() {
    return slug;
  }
}
