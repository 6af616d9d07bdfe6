package io.weft.chaos;

import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Evidence.Waiter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may be left undone at rest: records that a person has to look at, and who waits for them.
 */
final class Pending {
  /** The status in which an order goes to D365. */
  static final String CONFIRMED = "c8742634-ea8b-46d9-ba71-1989b951772d";

  private final Evidence evidence;

  Pending(Evidence evidence) {
    this.evidence = evidence;
  }

  /** Whether a workflow waits for a person, or for a record that does. */
  boolean isHeld(String workflow) {
    return evidence.parked().contains(workflow)
        || evidence.waiters().stream().anyMatch(w -> w.workflow().equals(workflow) && isHeldUp(w));
  }

  /** Whether what it waits for waits for a person itself. */
  boolean isHeldUp(Waiter waiter) {
    return isHeldUp(waiter, evidence.links(), evidence.parked());
  }

  static boolean isHeldUp(Waiter waiter, List<Link> links, Set<String> parked) {
    return parked.stream().anyMatch(id -> introduces(id, waiter.system(), waiter.blocker()))
        || blocking(waiter, links).anyMatch(link -> parked.contains(link.pair()));
  }

  /** The link that it waits for. */
  static Stream<Link> blocking(Waiter waiter, List<Link> links) {
    return links.stream()
        .filter(link -> link.thing() == Thing.ACCOUNT && link.company().equals(waiter.company()))
        .filter(link -> link.keyOn(waiter.system()).equals(waiter.blocker()));
  }

  /** Whether a record that is not linked has a reason. */
  boolean isUnlinkedForGood(Place system, Thing thing, String key) {
    if (thing == Thing.LINE) {
      String order = evidence.rows().value(system, thing, key, "OrderId");
      return isUnlinkedForGood(system, Thing.ORDER, order)
          || evidence.linksOf(system, Thing.ORDER, order).anyMatch(link -> isHeld(link.pair()));
    }
    return (thing == Thing.ORDER && isDraft(system, key)) || isHeldNewcomer(system, key);
  }

  /** An order that is not confirmed yet is nobody's business. */
  private boolean isDraft(Place system, String key) {
    return system == Place.CREATIO
        && !evidence.rows().value(system, Thing.ORDER, key, "StatusId").equals(CONFIRMED);
  }

  private boolean isHeldNewcomer(Place system, String key) {
    return evidence.parked().stream().anyMatch(id -> introduces(id, system, key))
        || evidence.waiters().stream()
            .anyMatch(w -> introduces(w.workflow(), system, key) && isHeldUp(w));
  }

  private static boolean introduces(String workflow, Place system, String key) {
    String end = "/" + system.name() + "/" + key.replace('|', '/');
    return workflow.startsWith("introduce/")
        && workflow.toLowerCase(Locale.ROOT).endsWith(end.toLowerCase(Locale.ROOT));
  }
}
