package io.weft.chaos;

import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Evidence.Write;
import io.weft.chaos.Verdict.Kind;
import java.util.Map;

/**
 * What became of a sales order is told in Creatio: how far it is now, and never less than what was
 * told before, whatever order the events came in.
 */
final class StatusCheck {
  static final String STATUS = "DeliveryStatusId";
  static final String CONFIRMATION = "UsrD365ConfirmationNumber";

  /** A row that the view makes of the last confirmation. */
  static final String LAST_CONFIRMATION = "lastConfirmation";

  static final String PARTLY = "20f1fcf7-34d8-4c00-b4ae-6d9184c7945f";
  static final String DELIVERED = "0dd2c99b-9a1a-4419-886e-842a20d35929";
  static final String CANCELLED = "31b73f97-8e8d-4505-a24f-0b8fc21d0755";

  private static final Map<String, String> BY_PROCESSING =
      Map.of(
          "PartiallyDelivered", PARTLY,
          "PartiallyInvoiced", PARTLY,
          "Delivered", DELIVERED,
          "DeliveredPartiallyInvoiced", DELIVERED,
          "Invoiced", DELIVERED,
          "Canceled", CANCELLED);

  private final Evidence evidence;
  private final Pending pending;
  private final Verdict verdict;

  StatusCheck(Evidence evidence, Verdict verdict) {
    this.evidence = evidence;
    this.pending = new Pending(evidence);
    this.verdict = verdict;
  }

  /** Whether we told in Creatio how far an order is. */
  static boolean tellsOurs(Write write) {
    return write.isOurs() && write.after().containsKey(STATUS);
  }

  void run() {
    for (Link link : evidence.links()) {
      if (link.thing() == Thing.ORDER && !link.hasEnded()) {
        neverBack(link);
        if (!pending.isHeld(link.pair())) {
          now(link);
        }
      }
    }
  }

  private void neverBack(Link order) {
    int furthest = 0;
    for (Write write : evidence.journal()) {
      String told = write.after().get(STATUS);
      if (told == null || !write.isOf(Place.CREATIO, Thing.ORDER, order.creatio())) {
        continue;
      }
      if (rank(told) < furthest) {
        verdict.add(
            Kind.LOST, "an older status came over a newer one at " + order.pair() + ": " + write);
      }
      furthest = Math.max(furthest, rank(told));
    }
  }

  private static int rank(String status) {
    return switch (status) {
      case PARTLY -> 1;
      case DELIVERED, CANCELLED -> 2;
      default -> 0;
    };
  }

  private void now(Link order) {
    String processing =
        evidence.rows().value(Place.D365, Thing.ORDER, order.d365(), "SalesOrderProcessingStatus");
    String expected = BY_PROCESSING.get(processing);
    if (expected != null) {
      same(order, STATUS, expected);
    }
    String confirmed =
        evidence.rows().value(Place.D365, Thing.ORDER, order.d365(), LAST_CONFIRMATION);
    same(order, CONFIRMATION, confirmed);
  }

  private void same(Link order, String name, String expected) {
    String told = evidence.rows().value(Place.CREATIO, Thing.ORDER, order.creatio(), name);
    if (!told.equals(expected)) {
      verdict.add(
          Kind.DIVERGED,
          name + " of " + order.pair() + " is '" + told + "' and should be '" + expected + "'");
    }
  }
}
