package io.weft.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.chaos.Evidence.Act;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Verdict.Kind;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/** What goes wrong with contacts, orders and their lines. */
final class PlantedOrderBugsTest extends PlantedDamage {
  static Stream<Arguments> damages() {
    return Stream.of(
        damage("a contact person made twice", Kind.DOUBLED, PlantedOrderBugsTest::twinPerson),
        damage("an order placed twice", Kind.DOUBLED, PlantedOrderBugsTest::twinOrder),
        damage("a line doubled after a lost answer", Kind.DOUBLED, PlantedOrderBugsTest::twinLine),
        damage("the same without its reference", Kind.DOUBLED, PlantedOrderBugsTest::strayLine),
        damage("a removed line that stays", Kind.DOUBLED, PlantedOrderBugsTest::keptLine),
        damage("a line that was never placed", Kind.LOST, PlantedOrderBugsTest::lostLine),
        damage("a line's edit that went nowhere", Kind.LOST, PlantedOrderBugsTest::lostQuantity),
        damage("a contact's edit that went nowhere", Kind.LOST, PlantedOrderBugsTest::lostPhone),
        damage(
            "a line sent again, and told once",
            Kind.UNAUDITED,
            PlantedOrderBugsTest::lineSentTwice),
        damage("a line removed in silence", Kind.UNAUDITED, PlantedOrderBugsTest::silentRemoval),
        damage("a dimension one place further", Kind.DIVERGED, s -> dimensions(s, "001--007-022")),
        damage("two dimensions changed places", Kind.DIVERGED, s -> dimensions(s, "007-001-022")),
        damage("a dimension left out", Kind.DIVERGED, s -> dimensions(s, "001-007-")),
        damage("a status gone back", Kind.LOST, PlantedOrderBugsTest::olderStatus),
        damage("the same at last", Kind.DIVERGED, PlantedOrderBugsTest::olderStatus),
        damage("a status gone back and forth", Kind.LOST, PlantedOrderBugsTest::flickeringStatus),
        damage("a confirmation not told", Kind.DIVERGED, PlantedOrderBugsTest::untoldConfirmation));
  }

  @Test
  void leavesDraftOrdersAlone() {
    Story story = Story.clean();
    Map<String, String> draft = Map.of("Number", "ORD-9", "ReceiverName", "Gate 9");
    story.write(Place.CREATIO, "Ana", Act.CREATE, Thing.ORDER, "o9", draft);
    Map<String, String> line = Map.of("OrderId", "o9", "Quantity", "1", "Price", "2");
    story.write(Place.CREATIO, "Ana", Act.CREATE, Thing.LINE, "l9", line);

    assertThat(Checker.check(story.evidence()).all()).isEmpty();
  }

  private static void made(Story story, Thing thing, String key, Map<String, String> after) {
    story.write(Place.D365, "weft", Act.CREATE, thing, key, after);
  }

  private static void twinPerson(Story story) {
    made(story, Thing.CONTACT, "usmf|k9", Map.of("LastName", "Holm1"));
  }

  private static void twinOrder(Story story) {
    made(story, Thing.ORDER, "usmf|so-9", Map.of("CustomerRequisitionNumber", "ORD-1"));
  }

  private static void twinLine(Story story) {
    made(story, Thing.LINE, "usmf|lot-9", Purchase.placed("lot-9", "REF1", "3"));
  }

  private static void strayLine(Story story) {
    made(story, Thing.LINE, "usmf|lot-9", Purchase.placed("lot-9", "", "3"));
  }

  private static void removed(Story story) {
    story.write(Place.CREATIO, "Ana", Act.DELETE, Thing.LINE, "l2", Map.of());
    story.rows.of(Place.CREATIO, Thing.LINE).remove("l2");
  }

  private static void keptLine(Story story) {
    removed(story);
  }

  private static void silentRemoval(Story story) {
    removed(story);
    story.write(Place.D365, "weft", Act.DELETE, Thing.LINE, Purchase.SECOND, Map.of());
    story.rows.of(Place.D365, Thing.LINE).remove(Purchase.SECOND);
  }

  private static void lostLine(Story story) {
    Map<String, String> line = Map.of("OrderId", "o1", "Quantity", "1", "Price", "2");
    story.write(Place.CREATIO, "Ana", Act.CREATE, Thing.LINE, "l9", line);
  }

  private static void lostQuantity(Story story) {
    story.write(Place.CREATIO, "Ana", Act.UPDATE, Thing.LINE, "l2", Map.of("Quantity", "9"));
    story.row(Place.CREATIO, Thing.LINE, "l2").put("Quantity", "5");
  }

  private static void lostPhone(Story story) {
    story.write(
        Place.D365,
        "finance",
        Act.UPDATE,
        Thing.CONTACT,
        "usmf|k1",
        Map.of("PrimaryPhoneNumber", "77"));
    story.row(Place.D365, Thing.CONTACT, "usmf|k1").remove("PrimaryPhoneNumber");
  }

  private static void lineSentTwice(Story story) {
    Map<String, String> sent = Map.of("OrderedSalesQuantity", "7");
    story.write(Place.D365, "weft", Act.UPDATE, Thing.LINE, Purchase.FIRST, sent);
  }

  private static void dimensions(Story story, String text) {
    story
        .row(Place.D365, Thing.ORDER, Purchase.SALES_ORDER)
        .put("DefaultLedgerDimensionDisplayValue", text);
  }

  private static void tell(Story story, String status) {
    Map<String, String> after = Map.of(StatusCheck.STATUS, status);
    story.write(Place.CREATIO, "weft", Act.UPDATE, Thing.ORDER, "o1", after);
    Map<String, String> named = Map.of("DeliveryStatus", status);
    story.audit(Place.CREATIO, "o1", Purchase.ORDER, Story.sent(Place.CREATIO, named));
  }

  private static void olderStatus(Story story) {
    tell(story, StatusCheck.PARTLY);
  }

  /** At rest all is well again. */
  private static void flickeringStatus(Story story) {
    tell(story, StatusCheck.PARTLY);
    tell(story, StatusCheck.DELIVERED);
  }

  private static void untoldConfirmation(Story story) {
    story
        .row(Place.D365, Thing.ORDER, Purchase.SALES_ORDER)
        .put(StatusCheck.LAST_CONFIRMATION, "SO-1-2");
  }
}
