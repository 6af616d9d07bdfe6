package io.weft.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records as people see them in both systems, side by side. */
final class Shown {
  /** What Creatio shows where there is no day. */
  private static final String NO_DAY = "0001";

  private Shown() {}

  /** An account and its customer. */
  static SideBySide account(Scene scene, Scene.Linked pair) {
    JsonNode account = Scene.there(scene.users().account(pair.id()), "account " + pair.id());
    JsonNode customer =
        Scene.there(
            scene.users().customer(pair.company(), pair.customer()), "customer " + pair.customer());
    return new SideBySide()
        .row("Name", text(account, "Name"), text(customer, "OrganizationName"))
        .row("Phone", text(account, "Phone"), text(customer, "PrimaryContactPhone"))
        .row("Tax number", text(account, "UsrTaxNumber"), text(customer, "TaxExemptNumber"))
        .row("Payment terms", text(account, "UsrPaymentTerms"), text(customer, "PaymentTerms"))
        .row(
            "Customer",
            text(account, "UsrD365CustomerAccount") + " in " + text(account, "UsrD365DataAreaId"),
            text(customer, "CustomerAccount") + " in " + text(customer, "dataAreaId"))
        .row("How it stands", state(account), "");
  }

  /** A contact and the contact person of its customer. */
  static SideBySide contact(JsonNode contact, JsonNode person) {
    return new SideBySide()
        .row("First name", text(contact, "GivenName"), text(person, "FirstName"))
        .row("Last name", text(contact, "Surname"), text(person, "LastName"))
        .row("E-mail", text(contact, "Email"), text(person, "PrimaryEmailAddress"))
        .row("Job title", text(contact, "JobTitle"), text(person, "EmploymentJobTitle"))
        .row("Number", text(contact, "UsrD365ContactId"), text(person, "ContactPersonId"))
        .row("How it stands", state(contact), "");
  }

  /** An order and its sales order, with their lines. */
  static SideBySide order(Scene scene, Sale sale) {
    JsonNode order = sale.inCreatio(scene);
    JsonNode salesOrder = sale.inD365(scene);
    SideBySide both = new SideBySide();
    both.row("Number", text(order, "UsrD365SalesOrderNumber"), sale.number())
        .row("Status", name(scene, "OrderStatus", order, "StatusId"), status(salesOrder))
        .row("Warehouse, site", text(order, "UsrWarehouse"), warehouse(salesOrder))
        .row(
            "Unit, department",
            both(text(order, "UsrBusinessUnit"), text(order, "UsrDepartment")),
            text(salesOrder, "DefaultLedgerDimensionDisplayValue"));
    lines(scene, sale, both);
    return both.row(
            "Confirmation",
            dated(text(order, "UsrD365ConfirmationNumber"), text(order, "UsrD365ConfirmedOn")),
            confirmation(scene, sale))
        .row(
            "Delivery",
            dated(
                name(scene, "OrderDeliveryStatus", order, "DeliveryStatusId"),
                text(order, "ActualDate")),
            shipments(scene, sale))
        .row("How it stands", state(order), "");
  }

  private static void lines(Scene scene, Sale sale, SideBySide both) {
    List<JsonNode> theirs = sale.linesInD365(scene);
    int number = 0;
    for (JsonNode line : sale.linesInCreatio(scene)) {
      String lot = text(line, "UsrD365LotId");
      String other =
          theirs.stream()
              .filter(their -> !lot.isEmpty() && text(their, "InventoryLotId").equals(lot))
              .map(Shown::salesLine)
              .findFirst()
              .orElse("");
      both.row("Line " + ++number, orderLine(scene, line), other);
    }
  }

  private static String orderLine(Scene scene, JsonNode line) {
    String unit =
        scene
            .users()
            .inCreatio("Unit", text(line, "UnitId"))
            .map(row -> text(row, "ShortName"))
            .orElse("");
    return amount(line, "Quantity")
        + " "
        + unit
        + " "
        + text(line, "Name")
        + " at "
        + amount(line, "Price");
  }

  private static String salesLine(JsonNode line) {
    return amount(line, "OrderedSalesQuantity")
        + " "
        + text(line, "SalesUnitSymbol")
        + " "
        + text(line, "ItemNumber")
        + " at "
        + amount(line, "SalesPrice");
  }

  private static String status(JsonNode salesOrder) {
    return both(
        text(salesOrder, "SalesOrderStatus"), text(salesOrder, "SalesOrderProcessingStatus"));
  }

  private static String warehouse(JsonNode salesOrder) {
    return both(
        text(salesOrder, "DefaultShippingWarehouseId"), text(salesOrder, "DefaultShippingSiteId"));
  }

  private static String confirmation(Scene scene, Sale sale) {
    return last(
        scene, sale, "SalesOrderConfirmationHeaders", "ConfirmationNumber", "ConfirmationDate");
  }

  private static String shipments(Scene scene, Sale sale) {
    return last(scene, sale, "PackingSlipTrackingInformation", "PackingSlipNumber", "DeliveryDate");
  }

  private static String last(Scene scene, Sale sale, String set, String number, String day) {
    List<JsonNode> rows =
        scene.users().inD365(set, sale.company(), "SalesOrderNumber", sale.number());
    return rows.isEmpty()
        ? ""
        : dated(text(rows.get(rows.size() - 1), number), text(rows.get(rows.size() - 1), day));
  }

  private static String name(Scene scene, String set, JsonNode row, String column) {
    return scene.users().inCreatio(set, text(row, column)).map(r -> text(r, "Name")).orElse("");
  }

  private static String state(JsonNode row) {
    return text(row, "UsrD365SyncStatus");
  }

  private static String both(String one, String other) {
    return Stream.of(one, other).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
  }

  private static String dated(String what, String moment) {
    boolean empty = moment.length() < 10 || moment.startsWith(NO_DAY);
    return empty ? what : what + ", " + moment.substring(0, 10);
  }

  private static String amount(JsonNode row, String column) {
    return new BigDecimal(row.path(column).asText("0")).stripTrailingZeros().toPlainString();
  }

  static String text(JsonNode row, String column) {
    return row.path(column).asText("");
  }
}
