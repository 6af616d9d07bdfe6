package io.weft.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.chaos.Evidence.Act;
import io.weft.chaos.Evidence.Decision;
import io.weft.chaos.Evidence.Delivery;
import io.weft.chaos.Evidence.Entry;
import io.weft.chaos.Evidence.Hint;
import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Evidence.Waiter;
import io.weft.chaos.Verdict.Kind;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who checks the checker: each kind of damage is found, and named as what it is. */
final class PlantedBugsTest {
  @Test
  void findsNothingWhereNothingIsWrong() {
    Verdict verdict = Checker.check(Story.clean().evidence());
    assertThat(verdict.all()).isEmpty();
    assertThat(verdict.line()).isEqualTo("0 lost, 0 doubled, 0 diverged, 0 unaudited, 0 parked");
  }

  /**
   * The account was made, its address was not; the next pass wrote that, under a row of its own.
   */
  @Test
  void understandsAnAddressThatWasCutOffAndWrittenLater() {
    Story story = Story.clean();
    story.audit(
        Place.CREATIO,
        "a2",
        Story.BETA,
        List.of(new Decision("Email", "TO_CREATIO", "", "b@b", "")));

    assertThat(Checker.check(story.evidence()).all()).isEmpty();
  }

  /** The first try may never have arrived; the second did, with the same value. */
  @Test
  void understandsAWriteThatWasSentAgainAfterAnUnknownOutcome() {
    Story story = Story.clean();
    Entry born = story.audit.stream().filter(entry -> entry.key().equals("a2")).findFirst().get();
    story.audit.remove(born);
    story.audit.add(
        new Entry(
            born.id(),
            born.at(),
            born.kind(),
            born.pair(),
            born.system(),
            born.key(),
            "UNKNOWN",
            born.decisions()));
    story.audit(Place.CREATIO, "a2", Story.BETA, born.decisions());

    assertThat(Checker.check(story.evidence()).all()).isEmpty();
  }

  /** Doubtful whether it is a known company: a person is asked, and its values stay as they are. */
  @Test
  void callsNothingLostThatWaitsForAPersonBeforeItIsLinked() {
    assertThat(Checker.check(newcomer().evidence()).all()).isEmpty();
  }

  private static Story newcomer() {
    Story story = Story.clean();
    String run = "introduce/account-customer/d365/usmf/C3";
    Map<String, String> born = Map.of("OrganizationName", "Gamma", "TaxExemptNumber", "T3");
    story.write(Place.D365, "finance", true, "usmf|c3", born);
    story.hint(Place.D365, "usmf|c3", run);
    story.parked.add(run);
    story.runs.add(run);
    return story;
  }

  private static void spoiltNewcomer(Story story) {
    Story waiting = newcomer();
    story.journal.add(waiting.journal.get(waiting.journal.size() - 1));
    story.parked.addAll(waiting.parked);
    story.runs.addAll(waiting.runs);
    story.row(Place.D365, "usmf|c3").put("OrganizationName", "Delta");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void findsTheDamage(String name, Kind kind, Consumer<Story> damage) {
    Story story = Story.clean();
    damage.accept(story);
    assertThat(Checker.check(story.evidence()).of(kind)).as(name).isNotEmpty();
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        damage("a second link", Kind.DOUBLED, PlantedBugsTest::secondLink),
        damage("a customer created twice", Kind.DOUBLED, PlantedBugsTest::twinCustomer),
        damage("an account created twice", Kind.DOUBLED, PlantedBugsTest::twinAccount),
        damage("a write without an audit row", Kind.UNAUDITED, s -> s.audit.remove(2)),
        damage("a write sent twice", Kind.UNAUDITED, PlantedBugsTest::sentTwice),
        damage("an audit row without a write", Kind.UNAUDITED, PlantedBugsTest::madeUp),
        damage("an audit row with another value", Kind.UNAUDITED, PlantedBugsTest::otherValue),
        damage("a child row without an audit row", Kind.UNAUDITED, PlantedBugsTest::strayChild),
        damage("a hint without an ending", Kind.LOST, PlantedBugsTest::openHint),
        damage("a hint that vanished", Kind.LOST, s -> s.hints.remove(0)),
        damage("a hint counted twice", Kind.LOST, s -> s.ledger.put("APPLIED", 9L)),
        damage("a write never closed", Kind.LOST, s -> s.openIntents = 1),
        damage("parked where nobody listens", Kind.LOST, s -> s.parked.add(Story.BETA)),
        damage("a record never linked", Kind.LOST, PlantedBugsTest::unlinked),
        damage("an edit overwritten in silence", Kind.LOST, PlantedBugsTest::lostEdit),
        damage("a newcomer overwritten", Kind.LOST, PlantedBugsTest::spoiltNewcomer),
        damage("a loser nobody wrote down", Kind.LOST, PlantedBugsTest::silentLoser),
        damage("a watermark moved too early", Kind.LOST, PlantedBugsTest::skipped),
        damage("a value on the wrong side", Kind.DIVERGED, PlantedBugsTest::wrongSide),
        damage("a link to nobody", Kind.DIVERGED, PlantedBugsTest::linkToNobody),
        damage("a reservation left behind", Kind.DIVERGED, PlantedBugsTest::reserved),
        damage("an echo at rest", Kind.DIVERGED, s -> s.restedAt = 5L),
        damage("a contact person made twice", Kind.DOUBLED, PlantedBugsTest::twinPerson),
        damage("an order placed twice", Kind.DOUBLED, PlantedBugsTest::twinOrder),
        damage("a line doubled after a lost answer", Kind.DOUBLED, PlantedBugsTest::twinLine),
        damage("the same without its reference", Kind.DOUBLED, PlantedBugsTest::strayLine),
        damage("a removed line that stays", Kind.DOUBLED, PlantedBugsTest::keptLine),
        damage("a line that was never placed", Kind.LOST, PlantedBugsTest::lostLine),
        damage("a line's edit that went nowhere", Kind.LOST, PlantedBugsTest::lostQuantity),
        damage("a contact's edit that went nowhere", Kind.LOST, PlantedBugsTest::lostPhone),
        damage("a line sent again, and told once", Kind.UNAUDITED, PlantedBugsTest::lineSentTwice),
        damage("a line removed in silence", Kind.UNAUDITED, PlantedBugsTest::silentRemoval),
        damage("a waiter who heard nothing", Kind.LOST, PlantedBugsTest::deafWaiter),
        damage("a waiter for whom nobody works", Kind.LOST, PlantedBugsTest::waitsForNobody),
        damage("a waiter without a run", Kind.LOST, PlantedBugsTest::waiterGone),
        damage("a waiter forgotten", Kind.LOST, PlantedBugsTest::forgottenWaiter),
        damage("a dimension one place further", Kind.DIVERGED, s -> dimensions(s, "001--007-022")),
        damage("two dimensions changed places", Kind.DIVERGED, s -> dimensions(s, "007-001-022")),
        damage("a dimension left out", Kind.DIVERGED, s -> dimensions(s, "001-007-")),
        damage("a status gone back", Kind.LOST, PlantedBugsTest::olderStatus),
        damage("the same at last", Kind.DIVERGED, PlantedBugsTest::olderStatus),
        damage("a status gone back and forth", Kind.LOST, PlantedBugsTest::flickeringStatus),
        damage("a confirmation not told", Kind.DIVERGED, PlantedBugsTest::untoldConfirmation));
  }

  /** Its account waits for a person, and so does what hangs on it; the run of it listens. */
  @Test
  void callsNothingLostThatWaitsForAParkedAccount() {
    Story story = waitingContact();

    assertThat(Checker.check(story.evidence()).all()).isEmpty();
    assertThat(Checker.check(story.evidence()).line()).endsWith("1 parked");
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

  private static Arguments damage(String name, Kind kind, Consumer<Story> damage) {
    return Arguments.of(name, kind, damage);
  }

  private static void secondLink(Story story) {
    story.links.add(
        new Link(Thing.ACCOUNT, "account-customer/usmf/a9", "usmf", "a9", "usmf|c1", "LIVE"));
  }

  private static void twinCustomer(Story story) {
    story.write(Place.D365, "weft", true, "usmf|c9", Map.of("TaxExemptNumber", "T1"));
  }

  private static void twinAccount(Story story) {
    story.write(Place.CREATIO, "weft", true, "a9", Map.of("Name", "Beta", "UsrTaxNumber", ""));
  }

  private static void sentTwice(Story story) {
    story.write(Place.CREATIO, "weft", false, "a1", Map.of("Phone", "2"));
  }

  private static void madeUp(Story story) {
    List<Decision> never = List.of(new Decision("Web", "TO_CREATIO", "", "w", ""));
    story.audit(Place.CREATIO, "a1", Story.ALPHA, never);
  }

  private static void otherValue(Story story) {
    Entry entry = story.audit.remove(2);
    List<Decision> other = List.of(new Decision("Phone", "TO_CREATIO", "1", "3", ""));
    story.audit(Place.CREATIO, entry.key(), entry.pair(), other);
  }

  private static void strayChild(Story story) {
    story.journal.add(
        new Evidence.Write(
            story.next(),
            story.next(),
            Place.CREATIO,
            "weft",
            Act.UPDATE,
            Thing.ACCOUNT,
            "AccountCommunication",
            "a1",
            Map.of("Email", "stray@b")));
  }

  private static void openHint(Story story) {
    Hint hint = story.hints.remove(0);
    story.hints.add(new Hint(hint.id(), hint.system(), hint.key(), hint.seenAt(), null));
    story.deliveries.set(0, new Delivery(hint.id(), Story.ALPHA, null));
    story.ledger.put("APPLIED", (long) story.hints.size() - 1);
  }

  private static void unlinked(Story story) {
    story.write(Place.CREATIO, "Ana", true, "a3", Map.of("Name", "C", "UsrTaxNumber", "T3"));
  }

  /** Both sides are equal again, but the person's value is nowhere to be found. */
  private static void lostEdit(Story story) {
    story.write(Place.CREATIO, "Ana", false, "a2", Map.of("Web", "www.b"));
    story.row(Place.CREATIO, "a2").put("Web", "");
  }

  private static void silentLoser(Story story) {
    Entry entry = story.audit.get(3);
    List<Decision> silent = List.of(new Decision("Name", "D365_WON", "", "Alpha Two", ""));
    story.audit.set(
        3,
        new Entry(
            entry.id(), entry.at(), "WRITE", Story.ALPHA, Place.CREATIO, "a1", "APPLIED", silent));
  }

  /** The feed went past a change: no hint, and the other side keeps its old value. */
  private static void skipped(Story story) {
    story.write(Place.D365, "finance", false, "usmf|c2", Map.of("PrimaryContactPhone", "7"));
  }

  private static void wrongSide(Story story) {
    story.row(Place.CREATIO, "a1").put("Phone", "1");
  }

  private static void reserved(Story story) {
    story.links.set(1, new Link(Thing.ACCOUNT, Story.BETA, "usmf", "a2", "usmf|c2", "RESERVED"));
  }

  private static void linkToNobody(Story story) {
    story.rows.of(Place.D365, Thing.ACCOUNT).remove("usmf|c2");
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

  /** A contact of an account that nobody could introduce: two companies are alike. */
  private static Story waitingContact() {
    Story story = Story.clean();
    String account = "introduce/account-customer/creatio/a7";
    String contact = "introduce/contact/creatio/p7";
    Map<String, String> born = Map.of("Name", "Eta", "UsrTaxNumber", "T7");
    story.write(Place.CREATIO, "Ana", true, "a7", born);
    story.write(Place.CREATIO, "Ana", Act.CREATE, Thing.CONTACT, "p7", Map.of("Surname", "Orr7"));
    open(story, "a7", account);
    open(story, "p7", contact);
    story.parked.add(account);
    story.runs.addAll(List.of(account, contact));
    story.waiters.add(new Waiter(contact, Place.CREATIO, "a7", "usmf"));
    return story;
  }

  private static void open(Story story, String key, String workflow) {
    long id = story.hints.size() + 1L;
    story.hints.add(new Hint(id, Place.CREATIO, key, story.next(), null));
    story.deliveries.add(new Delivery(id, workflow, null));
    story.ledger.merge("ACCEPTED", 1L, Long::sum);
  }

  private static void spoil(Story story, Story with) {
    story.journal.addAll(with.journal.subList(story.journal.size(), with.journal.size()));
    story.hints.addAll(with.hints.subList(story.hints.size(), with.hints.size()));
    story.deliveries.addAll(
        with.deliveries.subList(story.deliveries.size(), with.deliveries.size()));
    story.ledger.putAll(with.ledger);
    story.parked.addAll(with.parked);
    story.runs.addAll(with.runs);
    story.waiters.addAll(with.waiters);
    story.row(Place.CREATIO, "a7").putAll(with.row(Place.CREATIO, "a7"));
    story
        .row(Place.CREATIO, Thing.CONTACT, "p7")
        .putAll(with.row(Place.CREATIO, Thing.CONTACT, "p7"));
  }

  /** The account was linked in the end, and the release went astray. */
  private static void deafWaiter(Story story) {
    story.waiters.add(new Waiter("introduce/contact/creatio/p7", Place.CREATIO, "a1", "usmf"));
  }

  private static void waitsForNobody(Story story) {
    spoil(story, waitingContact());
    story.parked.clear();
  }

  private static void waiterGone(Story story) {
    spoil(story, waitingContact());
    story.runs.remove("introduce/contact/creatio/p7");
  }

  /** Its hints count as covered, and it was never linked. */
  private static void forgottenWaiter(Story story) {
    story.write(Place.CREATIO, "Ana", Act.CREATE, Thing.CONTACT, "p7", Map.of("Surname", "Orr7"));
    story.hint(Place.CREATIO, "p7", "introduce/contact/creatio/p7");
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
