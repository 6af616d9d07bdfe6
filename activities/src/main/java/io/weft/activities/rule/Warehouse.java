package io.weft.activities.rule;

/** From which warehouse an order or a line is delivered. */
public sealed interface Warehouse {
  /** From this one. */
  record Chosen(String id, String why) implements Warehouse {}

  /** Weft sends none: D365 takes the item's or the customer's own. */
  record LeftToD365(String why) implements Warehouse {}

  /** No rule knows it: a person is asked. */
  record Unknown(Refused refused) implements Warehouse {}
}
