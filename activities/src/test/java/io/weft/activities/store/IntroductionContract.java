package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hints of records that have no pair yet. */
abstract class IntroductionContract extends StoreContract {
  @Test
  void aHintOfAnUnknownRecordGoesToItsIntroduction() {
    StoredHint stored = accept(account(ACME));

    assertThat(stored.unknown()).isTrue();
    assertThat(stored.pairs()).isEmpty();
    assertThat(balanced().inFlight()).isEqualTo(1);
  }

  @Test
  void anIntroductionHandsItsHintsToThePairs() {
    accept(account(ACME));
    accept(account(ACME));
    linked(USMF, ACME, "US-1");
    linked(DEMF, ACME, "DE-1");

    assertThat(stores.hints().introduced(account(ACME)))
        .containsExactly(pair(USMF, ACME), pair(DEMF, ACME));
    assertThat(stores.hints().introduced(account(ACME))).hasSize(2);

    Sheet sheet = stores.passes().open(pair(DEMF, ACME), holder("pass"));
    assertThat(sheet.deliveries()).hasSize(2);
    assertThat(stores.hints().waiting(clock.instant(), 10))
        .allSatisfy(hint -> assertThat(hint.unknown()).isFalse());
    assertThat(balanced().inFlight()).isEqualTo(2);
  }

  @Test
  void whoTakesHintsOverIsTheOnlyOneToldOfThem() {
    accept(account(ACME));
    linked(USMF, ACME, "US-1");

    stores.hints().takenOver(List.of(account(ACME)));
    stores.hints().takenOver(List.of(account(ACME)));

    assertThat(stores.hints().waiting(clock.instant(), 10)).isEmpty();
    assertThat(stores.passes().open(pair(USMF, ACME), holder("pass")).deliveries()).hasSize(1);
    assertThat(balanced().inFlight()).isEqualTo(1);
  }

  @Test
  void hintsThatNobodyCoveredAfterTheyWereTakenOverAreToldAgain() {
    accept(account(ACME));
    linked(USMF, ACME, "US-1");
    stores.hints().takenOver(List.of(account(ACME)));

    clock.advance(Duration.ofMinutes(5));

    assertThat(stores.hints().waiting(clock.instant(), 10))
        .singleElement()
        .satisfies(hint -> assertThat(hint.pairs()).containsExactly(pair(USMF, ACME)));
  }

  @Test
  void hintsOfARecordThatIsNotLinkedCannotBeTakenOver() {
    accept(account(ACME));

    stores.hints().takenOver(List.of(account(ACME)));

    assertThat(stores.hints().waiting(clock.instant(), 10).get(0).unknown()).isTrue();
  }

  @Test
  void anIntroductionWithoutPairsKeepsItsHints() {
    accept(account(ACME));

    assertThat(stores.hints().introduced(account(ACME))).isEmpty();

    assertThat(stores.hints().waiting(clock.instant(), 10).get(0).unknown()).isTrue();
  }

  @Test
  void aClosedIntroductionClosesItsHints() {
    accept(account(ACME));
    accept(account(ACME));

    stores.hints().closeIntroduction(account(ACME), Disposition.FILTERED, "own company");
    stores.hints().closeIntroduction(account(ACME), Disposition.FILTERED, "own company");

    assertThat(balanced().filtered()).isEqualTo(2);
    assertThat(balanced().inFlight()).isZero();
  }

  @Test
  void aClosedIntroductionLeavesOpenWhatItHasNotSeen() {
    accept(account(ACME));
    long mark = stores.hints().introductionMark(account(ACME));
    StoredHint later = accept(account(ACME));

    stores.hints().closeIntroduction(account(ACME), mark, Disposition.FILTERED, "own company");

    assertThat(balanced().filtered()).isEqualTo(1);
    assertThat(stores.hints().waiting(clock.instant(), 10)).containsExactly(later);
  }

  @Test
  void aRecordWhoseLinksHaveEndedIsNotIntroducedAgain() {
    Link link = linked(USMF, ACME, "US-1");
    stores.links().change(link, LinkChange.to(LinkState.GONE));

    StoredHint stored = accept(account(ACME));

    assertThat(stored.unknown()).isFalse();
    assertThat(stored.pairs()).containsExactly(pair(USMF, ACME));
  }

  @Test
  void aRecordThatD365MayBeMakingForUsIsLeftToThePassThatMakesIt() {
    Link link = linked(USMF, ACME, Provisional.key("one"));
    Sheet sheet = creating(link);

    StoredHint stored = accept(customer(USMF, "US-7"));
    assertThat(stored.unknown()).isFalse();
    assertThat(stored.pairs()).isEmpty();

    Done number =
        Done.nothing()
            .result("i-1", IntentResult.Outcome.APPLIED)
            .change(LinkChange.number("US-7"));
    assertThat(stores.passes().settle(sheet, number.settlement()).more()).isTrue();

    Sheet next = stores.passes().open(link.pair(), holder("pass"));
    assertThat(next.deliveries()).extracting(Delivery::hintId).containsExactly(stored.id());
    stores.passes().settle(next, Done.covering(next, Disposition.EQUAL).settlement());
    assertThat(balanced().inFlight()).isZero();
  }

  @Test
  void tellsWhichRecordsAreJustBeingMade() {
    Link link = linked(USMF, ACME, "US-7");
    Sheet sheet = creating(link);
    linked(USMF, BOLT, "US-8");

    assertThat(stores.links().beingMade(SyncObjectName.ACCOUNT_CUSTOMER, USMF))
        .extracting(Link::pair)
        .containsExactly(link.pair());
    assertThat(stores.links().beingMade(SyncObjectName.ACCOUNT_CUSTOMER, DEMF)).isEmpty();

    Done made = Done.nothing().result("i-1", IntentResult.Outcome.APPLIED);
    stores.passes().settle(sheet, made.settlement());
    assertThat(stores.links().beingMade(SyncObjectName.ACCOUNT_CUSTOMER, USMF)).isEmpty();
  }

  @Test
  void whoeverWasTakenForOursIsIntroducedByTheBacklog() {
    creating(linked(USMF, ACME, Provisional.key("one")));

    StoredHint stored = accept(customer(USMF, "US-8"));

    assertThat(stored.unknown()).isFalse();
    assertThat(stores.hints().waiting(clock.instant(), 10))
        .containsExactly(new StoredHint(stored.id(), stored.hint(), List.of(), true));
  }

  @Test
  void othersAreIntroducedAtOnce() {
    creating(linked(USMF, ACME, Provisional.key("one")));
    linked(DEMF, BOLT, Provisional.key("two"));

    assertThat(accept(account(BOLT + "0")).unknown()).isTrue();
    assertThat(accept(customer(DEMF, "DE-7")).unknown()).isTrue();
  }

  private Sheet creating(Link link) {
    Sheet sheet = opened(link);
    Intent create = ofKind(Intent.Kind.CREATE, intent("i-1", link, Side.D365, "", "Acme"));
    stores.passes().announce(sheet, List.of(create));
    return sheet;
  }
}
