package io.weft.chaos;

import io.weft.chaos.Evidence.Place;
import java.util.Optional;
import java.util.stream.Stream;

/** What people keep in both systems. */
enum Thing {
  ACCOUNT("account-customer", "Account", "CustomersV3", "CustomerAccount"),
  CONTACT("contact", "Contact", "ContactPersons", "ContactPersonId"),
  ORDER("order-sales-order", "Order", "SalesOrderHeadersV2", "SalesOrderNumber"),
  LINE("order-sales-order", "OrderProduct", "SalesOrderLines", "InventoryLotId");

  private final String object;
  private final String creatio;
  private final String d365;
  private final String number;

  Thing(String object, String creatio, String d365, String number) {
    this.object = object;
    this.creatio = creatio;
    this.d365 = d365;
    this.number = number;
  }

  /** The set that holds it. */
  String set(Place system) {
    return system == Place.CREATIO ? creatio : d365;
  }

  /** What D365 calls one of them by, beside the company. */
  String number() {
    return number;
  }

  /** The object's name in workflow ids and tables; a line goes by its order's. */
  String object() {
    return object;
  }

  static Optional<Thing> in(Place system, String set) {
    return Stream.of(values()).filter(thing -> thing.set(system).equals(set)).findFirst();
  }

  /** What a pair, or a path that begins like one, is about. */
  static Thing of(String pair) {
    return Stream.of(values())
        .filter(thing -> pair.startsWith(thing.object + "/"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("what is " + pair + "?"));
  }
}
