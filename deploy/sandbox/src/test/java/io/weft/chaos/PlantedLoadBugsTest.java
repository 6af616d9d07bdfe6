package io.weft.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.chaos.Evidence.Decision;
import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.LoadReport.Line;
import io.weft.chaos.Verdict.Kind;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each damage that a load might do is found, and named as what it is. */
final class PlantedLoadBugsTest {
  @Test
  void findsNothingWhereNothingIsWrong() {
    assertThat(LoadTale.clean().verdict().all()).isEmpty();
  }

  /** Two people, one of whom loses and is named. */
  @Test
  void understandsALastWordThatLostAgainstTheOtherSide() {
    LoadTale tale = LoadTale.clean();
    tale.story.write(Place.CREATIO, "Ana", false, "a1", Map.of("Phone", "10"));
    tale.story.write(Place.D365, "finance", false, "usmf|c1", Map.of("PrimaryContactPhone", "11"));
    tale.story.write(Place.D365, "weft", false, "usmf|c1", Map.of("PrimaryContactPhone", "10"));
    tale.story.audit(
        Place.D365,
        "usmf|c1",
        LoadTale.BOTH,
        List.of(new Decision("PrimaryContactPhone", "CREATIO_WON", "11", "10", "11")));

    assertThat(tale.verdict().all()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void findsTheDamage(String name, Kind kind, Consumer<LoadTale> damage) {
    LoadTale tale = LoadTale.clean();
    damage.accept(tale);
    assertThat(tale.verdict().of(kind)).as(name).isNotEmpty();
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        damage("claim ignored", Kind.LOST, PlantedLoadBugsTest::claimIgnored),
        damage("claim ignored before the edit travelled", Kind.LOST, t -> claimIgnoredAtOnce(t)),
        damage("cursor moved before the write", Kind.LOST, PlantedLoadBugsTest::neverWritten),
        damage("the same with a link", Kind.DIVERGED, PlantedLoadBugsTest::linkedToNothing),
        damage("cursor moved before the number", Kind.LOST, PlantedLoadBugsTest::neverNumbered),
        damage("cursor moved past a record", Kind.LOST, t -> t.lines.remove(1)),
        damage("decision applied twice, a link", Kind.DOUBLED, PlantedLoadBugsTest::secondLink),
        damage("the same, a customer", Kind.DOUBLED, PlantedLoadBugsTest::secondCustomer),
        damage("the same, a number", Kind.DOUBLED, t -> t.number(LoadTale.JUDGED, "a4", "c4")),
        damage("the same, an audit row", Kind.UNAUDITED, PlantedLoadBugsTest::secondAuditRow),
        damage("batch part resent without look-up", Kind.DOUBLED, t -> resent(t)),
        damage("a pair linked otherwise than told", Kind.LOST, t -> otherwise(t)),
        damage("own work taken for a stranger's", Kind.LOST, PlantedLoadBugsTest::disowned),
        damage("a record nobody can explain", Kind.LOST, t -> t.counts.put("UNEXPLAINED", 1L)),
        damage("records counted twice", Kind.LOST, t -> t.counts.put("SCANNED_D365", 4L)),
        damage("a pair not counted", Kind.LOST, t -> t.counts.put("LINKED", 3L)));
  }

  private static Arguments damage(String name, Kind kind, Consumer<LoadTale> damage) {
    return Arguments.of(name, kind, damage);
  }

  /**
   * A live pass brought the edit over; the load, which had read both sides before, writes the old
   * value once more, and the next pass takes it for news. Both sides agree, and all is audited.
   */
  private static void claimIgnored(LoadTale tale) {
    tale.sent(Place.D365, false, "usmf|c1", LoadTale.BOTH, Map.of("PrimaryContactPhone", "1"));
    tale.story.write(Place.CREATIO, "weft", false, "a1", Map.of("Phone", "1"));
    Decision news = new Decision("Phone", "TO_CREATIO", "9", "1", "");
    tale.story.audit(Place.CREATIO, "a1", LoadTale.BOTH, List.of(news));
  }

  /** The load's write takes the place of an edit of which nobody knew. */
  private static void claimIgnoredAtOnce(LoadTale tale) {
    tale.story.write(Place.CREATIO, "Ana", false, "a1", Map.of("Phone", "12"));
    tale.sent(Place.CREATIO, false, "a1", LoadTale.BOTH, Map.of("Phone", "9"));
  }

  /** Its worker was killed between the two. */
  private static void neverWritten(LoadTale tale) {
    forget(tale, "usmf|c2");
    tale.story.links.removeIf(link -> link.pair().equals(LoadTale.NEW_IN_CREATIO));
    tale.story.row(Place.CREATIO, "a2").remove("UsrD365CustomerAccount");
  }

  private static void linkedToNothing(LoadTale tale) {
    forget(tale, "usmf|c2");
  }

  private static void forget(LoadTale tale, String customer) {
    tale.story.journal.removeIf(write -> write.key().equals(customer));
    tale.story.audit.removeIf(entry -> entry.key().equals(customer));
    tale.story.rows.of(Place.D365, Thing.ACCOUNT).remove(customer);
  }

  private static void neverNumbered(LoadTale tale) {
    tale.story.journal.removeIf(write -> write.after().containsValue("c2"));
    tale.story.audit.removeIf(
        entry -> entry.key().equals("a2") && entry.pair().equals(LoadTale.NEW_IN_CREATIO));
    tale.story.row(Place.CREATIO, "a2").remove("UsrD365CustomerAccount");
  }

  private static void secondLink(LoadTale tale) {
    tale.story.links.add(
        new Link(Thing.ACCOUNT, "account-customer/usmf/a9", "usmf", "a9", "usmf|c4", "LIVE"));
  }

  private static void secondCustomer(LoadTale tale) {
    Map<String, String> again = Map.of("OrganizationName", "Cedr");
    tale.sent(Place.D365, true, "usmf|c9", LoadTale.JUDGED, again);
  }

  private static void secondAuditRow(LoadTale tale) {
    tale.story.audit(
        Place.D365,
        "usmf|c4",
        LoadTale.JUDGED,
        List.of(new Decision("OrganizationName", "CREATIO_WON", "Cedar", "Cedr", "Cedar")));
  }

  private static void resent(LoadTale tale) {
    tale.sent(
        Place.D365,
        true,
        "usmf|c9",
        LoadTale.NEW_IN_CREATIO,
        Map.of("OrganizationName", "Birch", "TaxExemptNumber", "T2"));
  }

  private static void disowned(LoadTale tale) {
    tale.lines.set(1, new Line("a2", "", "waiting"));
    tale.counts.put("LINKED", 3L);
  }

  private static void otherwise(LoadTale tale) {
    tale.lines.set(0, new Line("a1", "usmf|c4", "linked"));
  }
}
