package io.weft.sandbox.creatio;

import io.weft.sandbox.Table;
import io.weft.sandbox.World;

/** The sets of the order packages, with the columns that an administrator added for D365. */
final class OrderShapes {
  private OrderShapes() {}

  static void create(World world) {
    world.add(Shape.lookupSet("OrderStatus").integers("Position").flags("FinalStatus").table());
    world.add(order());
    world.add(orderProduct());
    world.add(supplyPaymentElement());
  }

  private static Table order() {
    Shape shape = Shape.of("Order").text(250, "Number").lookup("Account", "Account");
    shape.lookup("Contact", "Contact").times("Date").lookup("Owner", "Contact");
    shape.lookup("Status", "OrderStatus").lookup("PaymentStatus", "OrderPaymentStatus");
    shape.lookup("DeliveryStatus", "OrderDeliveryStatus").times("DueDate", "ActualDate");
    shape.lookup("Currency", "Currency").decimals(8, "CurrencyRate");
    shape.decimals(2, "Amount", "PrimaryAmount", "PaymentAmount", "PrimaryPaymentAmount");
    shape.lookup("DeliveryType", "DeliveryType").lookup("PaymentType", "PaymentType");
    shape.text(500, "DeliveryAddress").text(50, "ReceiverName", "ContactNumber");
    shape.text(500, "Comment").text(0, "Notes").lookup("SourceOrder", "SourceOrder");
    return customised(shape.guids("OpportunityId").indexed("Number")).table();
  }

  // The base has one line of delivery address only; D365 wants its parts.
  private static Shape customised(Shape shape) {
    shape.text(50, "UsrD365SalesOrderNumber", "UsrD365ConfirmationNumber");
    shape.dates("UsrD365ConfirmedOn").text(50, "UsrD365DataAreaId");
    shape.text(50, "UsrWarehouse", "UsrDeliveryMode").text(250, "UsrBusinessUnit");
    shape.text(250, "UsrDepartment", "UsrCostCentre", "UsrProject");
    shape.lookup("UsrDeliveryCountry", "Country").text(250, "UsrDeliveryCity");
    shape.text(50, "UsrDeliveryZip").text(250, "UsrDeliveryStreet");
    shape.text(50, "UsrD365SyncStatus").text(500, "UsrD365SyncMessage");
    return shape.indexed("UsrD365SalesOrderNumber");
  }

  private static Table orderProduct() {
    Shape shape = Shape.of("OrderProduct").lookup("Order", "Order").lookup("Product", "Product");
    shape.text(250, "CustomProduct", "Name").text(0, "Notes").dates("DeliveryDate");
    shape.decimals(3, "Quantity", "BaseQuantity").lookup("Unit", "Unit");
    shape.decimals(2, "Price", "PrimaryPrice", "Amount", "PrimaryAmount", "DiscountPercent");
    shape.decimals(2, "DiscountAmount", "PrimaryDiscountAmount").lookup("Tax", "Tax");
    shape.decimals(2, "DiscountTax", "TaxAmount", "PrimaryTaxAmount");
    shape.decimals(2, "TotalAmount", "PrimaryTotalAmount").lookup("PriceList", "Pricelist");
    shape.lookup("Currency", "Currency").decimals(8, "CurrencyRate").guids("ContractId");
    shape.text(50, "UsrD365LotId").decimals(2, "UsrD365LineNumber").text(50, "UsrWarehouse");
    return shape.indexed("UsrD365LotId").table();
  }

  private static Table supplyPaymentElement() {
    Shape shape = Shape.of("SupplyPaymentElement").lookup("Order", "Order").text(50, "Name");
    shape.lookup("Type", "SupplyPaymentType").lookup("State", "SupplyPaymentState");
    shape.dates("DatePlan", "DateFact").decimals(2, "Percentage", "AmountPlan", "AmountFact");
    shape.decimals(2, "PrimaryAmountPlan", "PrimaryAmountFact").guids("InvoiceId");
    shape.lookup("PreviousElement", "SupplyPaymentElement").lookup("Product", "OrderProduct");
    return shape.table();
  }
}
