package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.merge.Base;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of announced writes, whoever finds out. */
abstract class IntentContract extends StoreContract {
  private static final Both<@Nullable String> NO_DIGESTS = new Both<>(null, null);

  private static final Both<@Nullable Base> NO_BASES = new Both<>(null, null);

  private static IntentResult result(String id, Outcome outcome) {
    return new IntentResult(id, outcome, "noted as " + outcome);
  }

  private Sheet reopened(Link link) {
    return stores.passes().open(link.pair(), holder("later"));
  }

  @Test
  void anIntentSurvivesItsAttempt() {
    Link link = linked(USMF, ACME, "US-1");
    Sheet sheet = opened(link);
    Intent intent = intent("i-1", link, Side.D365, "a", "b");
    stores.passes().announce(sheet, List.of(intent));
    stores.passes().announce(sheet, List.of(intent));

    assertThat(opened(link).openIntents()).containsExactly(intent);
  }

  @Test
  void anIntentIsSeenByTheOtherPairOfItsRecord() {
    Link us = linked(USMF, ACME, "US-1");
    Link de = linked(DEMF, ACME, "DE-1");
    Sheet sheet = opened(us);
    Intent shared = intent("i-1", us, Side.CREATIO, "a", "b");
    stores.passes().announce(sheet, List.of(shared, intent("i-2", us, Side.D365, "a", "b")));
    stores.passes().release(sheet);

    assertThat(reopened(de).openIntents()).containsExactly(shared);
  }

  @Test
  void aResultForAnIntentNeverAnnouncedIsABug() {
    Sheet sheet = opened(linked(USMF, ACME, "US-1"));

    assertThatThrownBy(
            () ->
                stores
                    .passes()
                    .confirm(sheet, List.of(result("none", Outcome.APPLIED)), NO_BASES, NO_DIGESTS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anIntentStillOpenIsLeftToTheNewHolder() {
    Link link = linked(USMF, ACME, "US-1");
    Sheet overtaken = opened(link);
    stores.passes().announce(overtaken, List.of(intent("i-1", link, Side.D365, "a", "b")));
    Sheet next = opened(link);

    assertThatThrownBy(
            () ->
                stores
                    .passes()
                    .confirm(
                        overtaken, List.of(result("i-1", Outcome.APPLIED)), NO_BASES, NO_DIGESTS))
        .isInstanceOf(StoreException.Overtaken.class);

    assertThat(next.openIntents()).hasSize(1);
    assertThat(stores.audit().after(0, 10)).isEmpty();
    assertThat(balanced().accepted()).isZero();
    stores.passes().settle(next, Done.nothing().settlement());
  }

  /** A sheet that was overtaken after announcing, and whose intent was closed as unknown. */
  private Sheet overtakenWithItsIntentClosed(Link link, Outcome as) {
    Done start =
        Done.nothing()
            .base(Side.CREATIO, Base.of(name("b")), "c")
            .base(Side.D365, Base.of(name("a")), "d");
    stores.passes().settle(opened(link), start.settlement());
    Sheet overtaken = opened(link);
    stores.passes().announce(overtaken, List.of(intent("i-1", link, Side.D365, "a", "b")));
    Sheet next = opened(link);
    stores.passes().confirm(next, List.of(result("i-1", as)), NO_BASES, NO_DIGESTS);
    return overtaken;
  }

  @Test
  void aLateSuccessCorrectsTheAuditAndMakesTheBaseUnknown() {
    Link link = linked(USMF, ACME, "US-1");
    Sheet overtaken = overtakenWithItsIntentClosed(link, Outcome.UNKNOWN);

    assertThatThrownBy(
            () ->
                stores
                    .passes()
                    .confirm(
                        overtaken, List.of(result("i-1", Outcome.APPLIED)), NO_BASES, NO_DIGESTS))
        .isInstanceOf(StoreException.Overtaken.class);

    assertThat(stores.audit().after(0, 10))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.outcome()).isEqualTo("APPLIED");
              assertThat(row.why()).contains("UNKNOWN", "corrected");
            });
    Sheet now = opened(link);
    assertThat(now.bases().d365().unknown()).containsExactly("Name");
    assertThat(now.bases().creatio().unknown()).isEmpty();
    assertThat(now.deliveries()).hasSize(1);
    assertThat(balanced().accepted()).isEqualTo(1);
  }

  @Test
  void aLateSuccessComesThroughASettlementAsWell() {
    Link link = linked(USMF, ACME, "US-1");
    Sheet overtaken = overtakenWithItsIntentClosed(link, Outcome.PRESUMED);
    Done done = Done.nothing().result("i-1", Outcome.APPLIED);

    assertThatThrownBy(() -> stores.passes().settle(overtaken, done.settlement()))
        .isInstanceOf(StoreException.Overtaken.class);

    assertThat(opened(link).bases().d365().unknown()).containsExactly("Name");
  }

  @Test
  void aLateSuccessStopsWhoeverPlansWithTheOldBase() {
    Link link = linked(USMF, ACME, "US-1");
    Sheet overtaken = overtakenWithItsIntentClosed(link, Outcome.UNKNOWN);
    Sheet planning = opened(link);
    assertThatThrownBy(
            () ->
                stores
                    .passes()
                    .confirm(
                        overtaken, List.of(result("i-1", Outcome.APPLIED)), NO_BASES, NO_DIGESTS))
        .isInstanceOf(StoreException.Overtaken.class);

    Done done = Done.nothing().base(Side.D365, Base.of(name("a")), "d");
    assertThatThrownBy(() -> stores.passes().settle(planning, done.settlement()))
        .isInstanceOf(StoreException.Overtaken.class);

    assertThat(opened(link).bases().d365().unknown()).containsExactly("Name");
  }

  @Test
  void aLateSuccessThatWasKnownChangesNothing() {
    Link link = linked(USMF, ACME, "US-1");
    Sheet overtaken = overtakenWithItsIntentClosed(link, Outcome.APPLIED);

    assertThatThrownBy(
            () ->
                stores
                    .passes()
                    .confirm(
                        overtaken, List.of(result("i-1", Outcome.APPLIED)), NO_BASES, NO_DIGESTS))
        .isInstanceOf(StoreException.Overtaken.class);

    assertThat(opened(link).bases().d365().unknown()).isEmpty();
    assertThat(balanced().accepted()).isZero();
  }

  @Test
  void whatIsFoundOutAboutAnotherPairsWriteReachesThatPairsBases() {
    Link us = linked(USMF, ACME, "US-1");
    Link de = linked(DEMF, ACME, "DE-1");
    Done start =
        Done.nothing()
            .base(Side.CREATIO, Base.of(name("a")), "c")
            .base(Side.D365, Base.of(name("b")), "d");
    stores.passes().settle(opened(us), start.settlement());
    Sheet lost = opened(us);
    stores.passes().announce(lost, List.of(intent("i-1", us, Side.CREATIO, "a", "b")));
    clock.advance(Duration.ofMinutes(2));

    Sheet other = reopened(de);
    Done done = Done.nothing().result("i-1", Outcome.PRESUMED);
    stores.passes().settle(other, done.settlement());

    Sheet now = opened(us);
    assertThat(now.bases()).isEqualTo(new Both<>(Base.of(name("b")), Base.of(name("b"))));
    assertThat(stores.audit().after(0, 10))
        .singleElement()
        .satisfies(row -> assertThat(row.subject()).isEqualTo(us.pair().path()));
  }

  @Test
  void aCreateFoundByAnotherPairBecomesTheBase() {
    Link us = linked(USMF, ACME, "US-1");
    Link de = linked(DEMF, ACME, "DE-1");
    Intent update = intent("i-1", us, Side.CREATIO, "", "b");
    Intent create = ofKind(Intent.Kind.CREATE, update);
    stores.passes().announce(opened(us), List.of(create));
    clock.advance(Duration.ofMinutes(2));

    Done done = Done.nothing().result("i-1", Outcome.APPLIED);
    stores.passes().settle(reopened(de), done.settlement());

    assertThat(opened(us).bases().creatio()).isEqualTo(Base.of(name("b")));
  }

  @Test
  void closedIntentsArePrunedLongAfter() {
    Link link = linked(USMF, ACME, "US-1");
    Sheet overtaken = overtakenWithItsIntentClosed(link, Outcome.UNKNOWN);
    clock.advance(Duration.ofDays(2));
    stores.passes().settle(opened(link), Done.nothing().settlement());

    Done late = Done.nothing().result("i-1", Outcome.APPLIED);
    assertThatThrownBy(() -> stores.passes().settle(overtaken, late.settlement()))
        .isInstanceOf(StoreException.Overtaken.class);
    assertThat(stores.audit().after(0, 10)).hasSize(1);
  }

  @Test
  void aWriteThatNeverLeftIsForgotten() {
    Link link = linked(USMF, ACME, "US-1");
    Sheet sheet = opened(link);
    stores.passes().announce(sheet, List.of(intent("i-1", link, Side.D365, "a", "b")));

    IntentResult notSent = result("i-1", Outcome.NOT_SENT);
    stores.passes().confirm(sheet, List.of(notSent), NO_BASES, NO_DIGESTS);
    stores.passes().confirm(sheet, List.of(notSent), NO_BASES, NO_DIGESTS);

    assertThat(opened(link).openIntents()).isEmpty();
    assertThat(stores.audit().after(0, 10)).isEmpty();
  }

  @Test
  void upkeepNeverTouchesTheBases() {
    Link us = linked(USMF, ACME, "US-1");
    Link de = linked(DEMF, ACME, "DE-1");
    Base base = Base.of(name("a"));
    stores.passes().settle(opened(us), Done.nothing().base(Side.CREATIO, base, "d").settlement());
    Sheet lost = opened(us);
    Intent hold = ofKind(Intent.Kind.UPKEEP, intent("i-1", us, Side.CREATIO, "a", "b"));
    stores.passes().announce(lost, List.of(hold));
    clock.advance(Duration.ofMinutes(2));
    Done unknown = Done.nothing().result("i-1", Outcome.UNKNOWN);
    stores.passes().settle(reopened(de), unknown.settlement());

    Done late = Done.nothing().result("i-1", Outcome.APPLIED);
    assertThatThrownBy(() -> stores.passes().settle(lost, late.settlement()))
        .isInstanceOf(StoreException.Overtaken.class);

    assertThat(opened(us).bases().creatio()).isEqualTo(base);
    assertThat(stores.audit().after(0, 10))
        .extracting(row -> row.outcome())
        .containsOnly("APPLIED");
  }
}
