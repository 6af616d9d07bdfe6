package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class HintStoreContract extends StoreContract {
  @Test
  void aHintGoesToEveryPairOfItsRecord() {
    linked(DEMF, ACME, "DE-1");
    linked(USMF, ACME, "US-1");

    StoredHint stored = accept(account(ACME));

    assertThat(stored.unknown()).isFalse();
    assertThat(stored.pairs()).containsExactly(pair(USMF, ACME), pair(DEMF, ACME));
  }

  @Test
  void idsGrowInTheOrderGiven() {
    List<StoredHint> stored =
        stores
            .hints()
            .accept(
                List.of(
                    Incoming.of(hint(account(ACME))), Incoming.of(hint(customer(USMF, "US-1")))));

    assertThat(stored.get(0).hint().record()).isEqualTo(account(ACME));
    assertThat(stored.get(1).id()).isGreaterThan(stored.get(0).id());
    assertThat(accept(account(BOLT)).id()).isGreaterThan(stored.get(1).id());
  }

  @Test
  void aFilteredHintIsCountedAndTellsNobody() {
    linked(USMF, ACME, "US-1");

    StoredHint stored =
        stores
            .hints()
            .accept(List.of(new Incoming(hint(account(ACME)), null, "switched off")))
            .get(0);

    assertThat(stored.pairs()).isEmpty();
    assertThat(stored.unknown()).isFalse();
    assertThat(balanced().filtered()).isEqualTo(1);
    assertThat(stores.hints().waiting(clock.instant(), 10)).isEmpty();
  }

  @Test
  void aPassAtWorkIsNotToldAndSeesTheHintWhenItSettles() {
    Link link = linked(USMF, ACME, "US-1");
    Sheet sheet = opened(link);

    StoredHint stored = accept(account(ACME));

    assertThat(stored.pairs()).isEmpty();
    assertThat(stored.unknown()).isFalse();
    assertThat(stores.hints().waiting(clock.instant(), 10)).isEmpty();
    assertThat(stores.passes().settle(sheet, Done.nothing().settlement()).more()).isTrue();
  }

  @Test
  void whatAPassThatEndedHasNotSeenWaitsAtOnce() {
    Sheet sheet = opened(linked(USMF, ACME, "US-1"));
    accept(account(ACME));

    stores.passes().release(sheet);

    assertThat(stores.hints().waiting(clock.instant(), 10))
        .singleElement()
        .satisfies(hint -> assertThat(hint.pairs()).containsExactly(pair(USMF, ACME)));
  }

  @Test
  void whatAPassThatDiedHasNotSeenWaitsWhenItsClaimEnds() {
    opened(linked(USMF, ACME, "US-1"));
    accept(account(ACME));

    clock.advance(Duration.ofMinutes(2));

    assertThat(stores.hints().waiting(clock.instant(), 10)).hasSize(1);
  }

  @Test
  void anotherPairsPassOnTheSharedRecordDoesNotSaveTelling() {
    Link us = linked(USMF, ACME, "US-1");
    linked(DEMF, ACME, "DE-1");
    opened(us);

    assertThat(accept(account(ACME)).pairs()).containsExactly(pair(DEMF, ACME));
  }

  @Test
  void anEndedClaimDoesNotSaveTelling() {
    opened(linked(USMF, ACME, "US-1"));
    clock.advance(Duration.ofMinutes(2));

    assertThat(accept(account(ACME)).pairs()).containsExactly(pair(USMF, ACME));
  }

  @Test
  void anUntoldHintWaitsAtOnceAndAToldOneAfterAWhile() {
    linked(USMF, ACME, "US-1");
    StoredHint stored = accept(account(ACME));
    assertThat(stores.hints().waiting(clock.instant(), 10)).containsExactly(stored);

    stores.hints().delivered(stored);
    assertThat(stores.hints().waiting(clock.instant(), 10)).isEmpty();

    clock.advance(Duration.ofMinutes(5));
    assertThat(stores.hints().waiting(clock.instant(), 10)).containsExactly(stored);
  }

  @Test
  void waitingIsOldestFirstAndLimited() {
    StoredHint first = accept(account(ACME));
    StoredHint second = accept(account(BOLT));
    accept(customer(USMF, "US-9"));

    assertThat(stores.hints().waiting(clock.instant(), 2)).containsExactly(first, second);
  }

  @Test
  void waitingNamesEveryPairStillOpen() {
    Link us = linked(USMF, ACME, "US-1");
    linked(DEMF, ACME, "DE-1");
    accept(account(ACME));
    Sheet sheet = opened(us);
    stores.passes().settle(sheet, Done.covering(sheet, Disposition.EQUAL).settlement());

    assertThat(stores.hints().waiting(clock.instant(), 10).get(0).pairs())
        .containsExactly(pair(DEMF, ACME));
  }

  @Test
  void whatIsParkedIsNotToldTwice() {
    linked(USMF, ACME, "US-1");
    linked(DEMF, ACME, "DE-1");
    stores.hints().delivered(accept(account(ACME)));
    StoredHint unknown = accept(account(BOLT));
    stores.hints().delivered(unknown);
    park(pair(USMF, ACME).path());
    park("introduce/" + account(BOLT).path());
    clock.advance(Duration.ofMinutes(5));

    List<StoredHint> waiting = stores.hints().waiting(clock.instant(), 10);

    assertThat(waiting).hasSize(1);
    assertThat(waiting.get(0).pairs()).containsExactly(pair(DEMF, ACME));
  }

  @Test
  void aNewHintThatNobodyWasToldOfWakesWhatIsParked() {
    linked(USMF, ACME, "US-1");
    park(pair(USMF, ACME).path());

    StoredHint stored = accept(account(ACME));

    assertThat(stores.hints().waiting(clock.instant(), 10)).containsExactly(stored);
  }

  @Test
  void aHintThatWaitsForSeveralIsParkedWhenAllOfThemAre() {
    linked(USMF, ACME, "US-1");
    linked(DEMF, ACME, "DE-1");
    accept(account(ACME));
    park(pair(USMF, ACME).path());
    assertThat(balanced().inFlight()).isEqualTo(1);

    park(pair(DEMF, ACME).path());

    assertThat(balanced().parked()).isEqualTo(1);
    assertThat(balanced().inFlight()).isZero();
  }

  @Test
  void aHintEndsWithItsLastDeliveryAsTheLargest() {
    Link us = linked(USMF, ACME, "US-1");
    Link de = linked(DEMF, ACME, "DE-1");
    accept(account(ACME));

    Sheet first = opened(us);
    stores.passes().settle(first, Done.covering(first, Disposition.APPLIED).settlement());
    assertThat(balanced().inFlight()).isEqualTo(1);
    Sheet second = opened(de);
    stores.passes().settle(second, Done.covering(second, Disposition.EQUAL).settlement());

    assertThat(balanced().applied()).isEqualTo(1);
    assertThat(balanced().equal()).isZero();
  }

  @Test
  void anEndedLinkIsPassedOverWhereAnotherGoesOn() {
    Link merged = linked(USMF, ACME, "US-1");
    Link into = linked(USMF, BOLT, "US-2");
    stores.links().change(merged, LinkChange.to(LinkState.MERGED));
    stores.links().change(into, new LinkChange(null, null, null, null, ACME, null, null, null));

    assertThat(accept(account(ACME)).pairs()).containsExactly(pair(USMF, BOLT));
  }

  @Test
  void anIntentThatNobodyWorksOnIsFound() {
    Link link = linked(USMF, ACME, "US-1");
    Sheet sheet = opened(link);
    stores.passes().announce(sheet, List.of(intent("i-1", link, Side.D365, "a", "b")));
    assertThat(stores.hints().unfinished(clock.instant(), 10)).isEmpty();

    clock.advance(Duration.ofMinutes(10));

    assertThat(stores.hints().unfinished(clock.instant(), 10)).containsExactly(pair(USMF, ACME));
    assertThat(stores.hints().unfinished(START, 10)).isEmpty();
    park(pair(USMF, ACME).path());
    assertThat(stores.hints().unfinished(clock.instant(), 10)).isEmpty();
  }

  @Test
  void aRecordStillToBeMadeIsFoundOnceItIsOld() {
    Linking made = stores.links().link(wanted(USMF, ACME, "US-1", false, List.of()));
    Link link = ((Linking.Made) made).link();
    assertThat(stores.hints().unfinished(clock.instant(), 10)).isEmpty();

    clock.advance(Duration.ofMinutes(10));
    assertThat(stores.hints().unfinished(clock.instant(), 10)).containsExactly(link.pair());

    Sheet sheet = opened(link);
    assertThat(stores.hints().unfinished(clock.instant(), 10)).isEmpty();

    stores.passes().release(sheet);
    park(link.pair().path());
    assertThat(stores.hints().unfinished(clock.instant(), 10)).isEmpty();
  }

  @Test
  void aReleasedAttemptAbandonsItsIntents() {
    Link link = linked(USMF, ACME, "US-1");
    Sheet sheet = opened(link);
    stores.passes().announce(sheet, List.of(intent("i-1", link, Side.D365, "a", "b")));
    stores.passes().release(sheet);
    clock.advance(Duration.ofSeconds(1));

    List<PairId> abandoned = stores.hints().unfinished(clock.instant(), 10);

    assertThat(abandoned).containsExactly(pair(USMF, ACME));
  }

  @Test
  void everythingOfAHintComesBack() {
    RecordRef record = customer(USMF, "US-1");
    io.weft.workflows.pass.Hint hint =
        new io.weft.workflows.pass.Hint(
            record,
            io.weft.workflows.pass.Origin.EVENT,
            START,
            START.minusMillis(7),
            "user-4711",
            true);
    linked(USMF, ACME, "US-1");
    accept(hint);

    assertThat(stores.hints().waiting(clock.instant(), 10).get(0).hint()).isEqualTo(hint);
  }
}
