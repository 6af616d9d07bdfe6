package io.weft.sandbox.creatio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Ids that a Creatio with orders ships with, and how those that only this sandbox has are made up.
 */
public final class SalesIds {
  /** Order status: draft. */
  public static final UUID DRAFT = id("1f3ad326-effd-4ac3-a3e2-957e7def3684");

  /** Order status: confirmation, that is, waiting to be confirmed. */
  public static final UUID CONFIRMATION = id("29fa66e3-ef69-4feb-a5af-ec1de125a614");

  /** Order status: in progress. */
  public static final UUID IN_PROGRESS = id("c8742634-ea8b-46d9-ba71-1989b951772d");

  /** Order status: partially paid. */
  public static final UUID PARTIALLY_PAID = id("7d4959d3-0b8f-403c-a345-3fbce926013e");

  /** Order status: completed. */
  public static final UUID COMPLETED = id("40de86ee-274d-4098-9b92-9ebdcf83d4fc");

  /** Order status: canceled. */
  public static final UUID CANCELED = id("8ab0f830-908b-40d7-80a3-7f49ef70ce70");

  /** Payment status: planned. */
  public static final UUID PAYMENT_PLANNED = id("bfe38d3d-bd57-48d7-a2d7-82435cd274ca");

  /** Payment status: partially paid. */
  public static final UUID PAYMENT_PARTIAL = id("a2f17c7b-956b-47c8-9ea5-b545b74a26f6");

  /** Payment status: paid. */
  public static final UUID PAYMENT_PAID = id("4721338e-a5f1-4529-96be-d3f311518812");

  /** Delivery status: planned. */
  public static final UUID DELIVERY_PLANNED = id("867ca155-bfa5-4aaa-9172-7813dd4e85f5");

  /** Delivery status: partially delivered. */
  public static final UUID PARTIALLY_DELIVERED = id("20f1fcf7-34d8-4c00-b4ae-6d9184c7945f");

  /** Delivery status: delivered. */
  public static final UUID DELIVERED = id("0dd2c99b-9a1a-4419-886e-842a20d35929");

  /** Delivery status: canceled. */
  public static final UUID DELIVERY_CANCELED = id("31b73f97-8e8d-4505-a24f-0b8fc21d0755");

  /** Delivery type: courier. */
  public static final UUID COURIER = id("50df77d0-7b1f-4dbc-a02d-7b6ebb95dfd0");

  /** Delivery type: pickup. */
  public static final UUID PICKUP = id("ab31305f-7c6d-4158-bd0a-760ac7897755");

  /** Payment type: by wire. */
  public static final UUID WIRE = id("c2d88243-685d-4e8b-a533-73f4cb8e869b");

  /** Activity type: task. */
  public static final UUID TASK = id("fbe0acdc-cfc0-df11-b00f-001d60e938c6");

  /** Activity category: to do. */
  public static final UUID TO_DO = id("f51c4643-58e6-df11-971b-001d60e938c6");

  /** Activity status: not started. */
  public static final UUID NOT_STARTED = id("384d4b84-58e6-df11-971b-001d60e938c6");

  /** Activity priority: medium, which every new activity has. */
  public static final UUID MEDIUM = id("ab96fa02-7fe6-df11-971b-001d60e938c6");

  private SalesIds() {}

  /** Returns the id of a unit by its short name, such as {@code pcs}. */
  public static UUID unit(String shortName) {
    return Ids.named("unit " + shortName);
  }

  /** Returns the id of a tax by its name. */
  public static UUID tax(String name) {
    return Ids.named("tax " + name);
  }

  /** Returns the id of a seeded product by its code. */
  public static UUID product(String code) {
    return Ids.named("product " + code);
  }

  /** Returns the id of a row by set and name, where no Creatio ships with one. */
  public static UUID named(String set, String name) {
    return Ids.named(set + " " + name);
  }

  static Map<String, UUID> paymentStatuses() {
    Map<String, UUID> rows = new LinkedHashMap<>();
    rows.put("Planned", PAYMENT_PLANNED);
    rows.put("Waiting", id("448d1338-d3a5-4fd4-9a6e-769403f89896"));
    rows.put("Partially paid", PAYMENT_PARTIAL);
    rows.put("Paid", PAYMENT_PAID);
    rows.put("Canceled", id("309e5219-114d-4a6e-b5b0-fe33caeca4dd"));
    return rows;
  }

  static Map<String, UUID> deliveryStatuses() {
    Map<String, UUID> rows = new LinkedHashMap<>();
    rows.put("Planned", DELIVERY_PLANNED);
    rows.put("Waiting", id("66464653-540e-46f3-b444-db2330706b02"));
    rows.put("Partially delivered", PARTIALLY_DELIVERED);
    rows.put("Delivered", DELIVERED);
    rows.put("Canceled", DELIVERY_CANCELED);
    return rows;
  }

  static Map<String, UUID> deliveryTypes() {
    Map<String, UUID> rows = new LinkedHashMap<>();
    rows.put("Courier", COURIER);
    rows.put("Pickup", PICKUP);
    return rows;
  }

  static Map<String, UUID> paymentTypes() {
    Map<String, UUID> rows = new LinkedHashMap<>();
    rows.put("Wire", WIRE);
    rows.put("Cash", id("0026bde9-932b-4baa-ba30-ffa521a255ab"));
    return rows;
  }

  static Map<String, UUID> activityTypes() {
    Map<String, UUID> rows = new LinkedHashMap<>();
    rows.put("Task", TASK);
    rows.put("Email", id("e2831dec-cfc0-df11-b00f-001d60e938c6"));
    rows.put("Call", id("e1831dec-cfc0-df11-b00f-001d60e938c6"));
    rows.put("Visit", id("e3831dec-cfc0-df11-b00f-001d60e938c6"));
    return rows;
  }

  static Map<String, UUID> activityCategories() {
    Map<String, UUID> rows = new LinkedHashMap<>();
    rows.put("To do", TO_DO);
    rows.put("Meeting", id("42c74c49-58e6-df11-971b-001d60e938c6"));
    rows.put("Paperwork", id("2365ae4f-58e6-df11-971b-001d60e938c6"));
    rows.put("Email", id("8038a396-7825-e011-8165-00155d043204"));
    rows.put("Call", id("e52bd583-7825-e011-8165-00155d043204"));
    return rows;
  }

  static Map<String, UUID> activityStatuses() {
    Map<String, UUID> rows = new LinkedHashMap<>();
    rows.put("Not started", NOT_STARTED);
    rows.put("In progress", id("394d4b84-58e6-df11-971b-001d60e938c6"));
    rows.put("Completed", id("4bdbb88f-58e6-df11-971b-001d60e938c6"));
    rows.put("Canceled", id("201cfba8-58e6-df11-971b-001d60e938c6"));
    return rows;
  }

  private static UUID id(String text) {
    return UUID.fromString(text);
  }
}
