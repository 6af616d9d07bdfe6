package io.weft.chaos;

import io.weft.chaos.Evidence.Act;
import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A clean story's contact, and an order of two lines that was changed, confirmed and shipped. */
final class Purchase {
  static final String CONTACT = "contact/usmf/p1";
  static final String ORDER = "order-sales-order/usmf/o1";
  static final String SALES_ORDER = "usmf|so-1";
  static final String FIRST = "usmf|lot-1";
  static final String SECOND = "usmf|lot-2";

  private final Story story;

  Purchase(Story story) {
    this.story = story;
  }

  void write() {
    contact();
    order();
    line("l1", "lot-1", "REF1", "3");
    line("l2", "lot-2", "REF2", "5");
    change();
    fate();
  }

  private void contact() {
    story.links.add(new Link(Thing.CONTACT, CONTACT, "usmf", "p1", "usmf|k1", "LIVE"));
    user(Act.CREATE, Thing.CONTACT, "p1", Map.of("GivenName", "Ida", "Surname", "Holm1"));
    story.hint(Place.CREATIO, "p1", CONTACT);
    Map<String, String> sent = Map.of("FirstName", "Ida", "LastName", "Holm1");
    story.write(Place.D365, "weft", Act.CREATE, Thing.CONTACT, "usmf|k1", sent);
    story.audit(Place.D365, "usmf|ref:p1", CONTACT, Story.sent(Place.D365, sent));
    Map<String, String> told = Map.of("UsrD365ContactId", "k1");
    ours(Place.CREATIO, Thing.CONTACT, "p1", "p1", CONTACT, told);
  }

  private void order() {
    story.links.add(new Link(Thing.ORDER, ORDER, "usmf", "o1", SALES_ORDER, "LIVE"));
    Map<String, String> born = new LinkedHashMap<>();
    born.put("Number", "ORD-1");
    born.put("StatusId", Pending.CONFIRMED);
    born.put("ReceiverName", "Gate 1");
    born.put("UsrDepartment", "022");
    born.put("UsrCostCentre", "007");
    user(Act.CREATE, Thing.ORDER, "o1", born);
    story.hint(Place.CREATIO, "o1", ORDER);
    Map<String, String> placed = new LinkedHashMap<>();
    placed.put("CustomerRequisitionNumber", "ORD-1");
    placed.put("DeliveryAddressName", "Gate 1");
    placed.put("DefaultLedgerDimensionDisplayValue", "001-007-022");
    story.write(Place.D365, "weft", Act.CREATE, Thing.ORDER, SALES_ORDER, placed);
    Map<String, String> decided = Map.of("DeliveryAddressName", "Gate 1");
    story.audit(Place.D365, "usmf|ref:R1", ORDER, Story.sent(Place.D365, decided));
  }

  private void line(String line, String lot, String reference, String quantity) {
    Map<String, String> born = Map.of("OrderId", "o1", "Quantity", quantity, "Price", "40");
    user(Act.CREATE, Thing.LINE, line, born);
    String name = "so-1#" + reference.toLowerCase(Locale.ROOT);
    Map<String, String> placed = placed(lot, reference, quantity);
    story.write(Place.D365, "weft", Act.CREATE, Thing.LINE, "usmf|" + lot, placed);
    Map<String, String> decided = Map.of("OrderedSalesQuantity", quantity, "SalesPrice", "40");
    story.audit(Place.D365, "usmf|" + name, ORDER, Story.sent(Place.D365, decided));
    Map<String, String> told = Map.of(LineNames.LOT, lot);
    ours(Place.CREATIO, Thing.LINE, line, "o1" + name.substring(4), ORDER, told);
  }

  static Map<String, String> placed(String lot, String reference, String quantity) {
    Map<String, String> placed = new LinkedHashMap<>();
    placed.put("SalesOrderNumber", "SO-1");
    placed.put("InventoryLotId", lot);
    placed.put(LineNames.REFERENCE, reference);
    placed.put("OrderedSalesQuantity", quantity);
    placed.put("SalesPrice", "40");
    return placed;
  }

  private void change() {
    user(Act.UPDATE, Thing.LINE, "l1", Map.of("Quantity", "7"));
    story.hint(Place.CREATIO, "o1", ORDER);
    Map<String, String> sent = Map.of("OrderedSalesQuantity", "7");
    ours(Place.D365, Thing.LINE, FIRST, "usmf|so-1#ref1", ORDER, sent);
  }

  private void fate() {
    erp(Map.of("SalesOrderProcessingStatus", "Confirmed"));
    story.row(Place.D365, Thing.ORDER, SALES_ORDER).put(StatusCheck.LAST_CONFIRMATION, "SO-1-1");
    tell(Map.of(StatusCheck.CONFIRMATION, "SO-1-1"));
    erp(Map.of("SalesOrderProcessingStatus", "PartiallyDelivered"));
    tell(Map.of(StatusCheck.STATUS, StatusCheck.PARTLY));
    erp(Map.of("SalesOrderProcessingStatus", "Delivered"));
    tell(Map.of(StatusCheck.STATUS, StatusCheck.DELIVERED));
  }

  private void erp(Map<String, String> after) {
    story.write(Place.D365, "sales", Act.UPDATE, Thing.ORDER, SALES_ORDER, after);
    story.hint(Place.D365, SALES_ORDER, ORDER);
  }

  /** As the audit names columns: a look-up without its Id. */
  private void tell(Map<String, String> after) {
    story.write(Place.CREATIO, "weft", Act.UPDATE, Thing.ORDER, "o1", after);
    Map<String, String> named = new LinkedHashMap<>();
    after.forEach((name, value) -> named.put(name.replaceFirst("StatusId$", "Status"), value));
    story.audit(Place.CREATIO, "o1", ORDER, Story.sent(Place.CREATIO, named));
  }

  private void user(Act act, Thing thing, String key, Map<String, String> after) {
    story.write(Place.CREATIO, "Ana", act, thing, key, after);
  }

  private void ours(
      Place system, Thing thing, String key, String name, String pair, Map<String, String> sent) {
    story.write(system, "weft", Act.UPDATE, thing, key, sent);
    story.audit(system, name, pair, Story.sent(system, sent));
  }
}
