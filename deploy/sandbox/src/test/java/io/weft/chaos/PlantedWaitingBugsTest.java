package io.weft.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.chaos.Evidence.Act;
import io.weft.chaos.Evidence.Delivery;
import io.weft.chaos.Evidence.Hint;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Evidence.Waiter;
import io.weft.chaos.Verdict.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/** What goes wrong with records that wait for others. */
final class PlantedWaitingBugsTest extends PlantedDamage {
  static Stream<Arguments> damages() {
    return Stream.of(
        damage("a waiter who heard nothing", Kind.LOST, PlantedWaitingBugsTest::deafWaiter),
        damage("a waiter for whom nobody works", Kind.LOST, PlantedWaitingBugsTest::waitsForNobody),
        damage("a waiter without a run", Kind.LOST, PlantedWaitingBugsTest::waiterGone),
        damage("a waiter forgotten", Kind.LOST, PlantedWaitingBugsTest::forgottenWaiter));
  }

  /** Its account waits for a person, and so does what hangs on it; the run of it listens. */
  @Test
  void callsNothingLostThatWaitsForAParkedAccount() {
    Story story = waitingContact();

    assertThat(Checker.check(story.evidence()).all()).isEmpty();
    assertThat(Checker.check(story.evidence()).line()).endsWith("1 parked");
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
}
