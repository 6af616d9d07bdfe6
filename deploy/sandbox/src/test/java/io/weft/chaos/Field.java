package io.weft.chaos;

import io.weft.chaos.Evidence.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields that are kept equal: of orders and lines from Creatio to D365, else both ways. */
enum Field {
  NAME(Thing.ACCOUNT, "Name", "OrganizationName"),
  PHONE(Thing.ACCOUNT, "Phone", "PrimaryContactPhone"),
  EMAIL(Thing.ACCOUNT, "Email", "PrimaryContactEmail"),
  WEB(Thing.ACCOUNT, "Web", "PrimaryContactURL"),
  TAX(Thing.ACCOUNT, "UsrTaxNumber", "TaxExemptNumber"),

  GIVEN_NAME(Thing.CONTACT, "GivenName", "FirstName"),
  SURNAME(Thing.CONTACT, "Surname", "LastName"),
  MAIL(Thing.CONTACT, "Email", "PrimaryEmailAddress"),
  DIRECT_LINE(Thing.CONTACT, "Phone", "PrimaryPhoneNumber"),
  JOB_TITLE(Thing.CONTACT, "JobTitle", "EmploymentJobTitle"),

  ORDER_NUMBER(Thing.ORDER, "Number", "CustomerRequisitionNumber"),
  RECEIVER(Thing.ORDER, "ReceiverName", "DeliveryAddressName"),

  QUANTITY(Thing.LINE, "Quantity", "OrderedSalesQuantity"),
  PRICE(Thing.LINE, "Price", "SalesPrice");

  private final Thing thing;
  private final String creatio;
  private final String d365;

  Field(Thing thing, String creatio, String d365) {
    this.thing = thing;
    this.creatio = creatio;
    this.d365 = d365;
  }

  String on(Place system) {
    return system == Place.CREATIO ? creatio : d365;
  }

  boolean isNamed(String name) {
    return name.equals(creatio) || name.equals(d365);
  }

  /** Whether a write of it is told by a decision; how an order is found again is not decided. */
  boolean isDecided() {
    return this != ORDER_NUMBER;
  }

  static List<Field> of(Thing thing) {
    return Stream.of(values()).filter(field -> field.thing == thing).toList();
  }

  static Optional<Field> of(Thing thing, Place system, String name) {
    return of(thing).stream().filter(field -> field.on(system).equals(name)).findFirst();
  }
}
