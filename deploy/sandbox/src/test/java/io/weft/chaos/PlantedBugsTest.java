package io.weft.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.chaos.Evidence.Act;
import io.weft.chaos.Evidence.Decision;
import io.weft.chaos.Evidence.Delivery;
import io.weft.chaos.Evidence.Entry;
import io.weft.chaos.Evidence.Hint;
import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Verdict.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/** Who checks the checker, with companies: what is wrong is found, and nothing else. */
final class PlantedBugsTest extends PlantedDamage {
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
        damage("an echo at rest", Kind.DIVERGED, s -> s.restedAt = 5L));
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
}
