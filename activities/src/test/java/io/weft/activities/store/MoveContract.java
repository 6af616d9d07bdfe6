package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.workflows.record.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A pair whose Creatio record was merged into another. */
abstract class MoveContract extends StoreContract {
  private Link moved(Link link, String survivorId) {
    Linking moved = stores.links().move(link, survivorId);
    assertThat(moved).isInstanceOf(Linking.Made.class);
    return ((Linking.Made) moved).link();
  }

  @Test
  void theSurvivorTakesOverCustomerAliasesAndHints() {
    Link lost = linked(USMF, ACME, "US-1");
    StoredHint hint = accept(account(ACME));
    stores.hints().delivered(hint);

    Link survivor = moved(lost, BOLT);

    assertThat(survivor.pair()).isEqualTo(pair(USMF, BOLT));
    assertThat(survivor.d365Key()).isEqualTo("US-1");
    assertThat(survivor.aliases()).containsExactly(ACME);
    assertThat(stores.links().find(survivor.pair())).contains(survivor);
    assertThat(stores.links().find(lost.pair()).orElseThrow().state()).isEqualTo(LinkState.MERGED);
    assertThat(stores.hints().waiting(clock.instant(), 10))
        .singleElement()
        .satisfies(waiting -> assertThat(waiting.pairs()).containsExactly(survivor.pair()));
    balanced();
  }

  @Test
  void hintsOfBothRecordsFollowTheSurvivor() {
    Link survivor = moved(linked(USMF, ACME, "US-1"), BOLT);

    assertThat(accept(account(ACME)).pairs()).containsExactly(survivor.pair());
    assertThat(accept(account(BOLT)).pairs()).containsExactly(survivor.pair());
    assertThat(accept(customer(USMF, "US-1")).pairs()).containsExactly(survivor.pair());
  }

  @Test
  void movingCanBeRepeated() {
    Link lost = linked(USMF, ACME, "US-1");
    Link survivor = moved(lost, BOLT);

    assertThat(moved(lost, BOLT)).isEqualTo(survivor);
  }

  @Test
  void aPassOnTheLostPairIsStopped() {
    Link lost = linked(USMF, ACME, "US-1");
    Sheet sheet = opened(lost);
    moved(lost, BOLT);

    assertThatThrownBy(
            () ->
                stores.passes().announce(sheet, List.of(intent("i-1", lost, Side.D365, "a", "b"))))
        .isInstanceOf(StoreException.Overtaken.class);
  }

  @Test
  void theLostRecordIsTakenByTheSurvivor() {
    Link survivor = moved(linked(USMF, ACME, "US-1"), BOLT);

    assertThat(stores.links().link(wanted(USMF, ACME, "US-1")))
        .isEqualTo(new Linking.Taken(survivor));
    assertThat(stores.links().link(wanted(USMF, BOLT, "US-1")))
        .isEqualTo(new Linking.Made(survivor));
  }

  @Test
  void aMergedLinkDoesNotComeBackToACustomerThatMovedOn() {
    Link lost = linked(USMF, ACME, "US-1");
    moved(lost, BOLT);
    Link merged = stores.links().find(lost.pair()).orElseThrow();

    assertThatThrownBy(() -> stores.links().change(merged, LinkChange.to(LinkState.LIVE)))
        .isInstanceOf(StoreException.Overtaken.class);
  }

  @Test
  void aMovedPairKeepsItsPartnerUnderTheSurvivor() {
    Link seen = linked(USMF, ACME, "US-1");

    Linking moved = stores.links().move(seen, BOLT);

    Link now = stores.links().find(pair(USMF, BOLT)).orElseThrow();
    assertThat(moved).isEqualTo(new Linking.Made(now));
    assertThat(now.d365Key()).isEqualTo("US-1");
    assertThat(now.aliases()).containsExactly(ACME);
    assertThat(now.state()).isEqualTo(LinkState.LIVE);
    assertThat(now.leading()).isTrue();
    assertThat(stores.links().find(seen.pair()).orElseThrow().state()).isEqualTo(LinkState.MERGED);
    assertThat(stores.links().linksOf(account(ACME))).contains(now);
    assertThat(Link.following(stores.links().linksOf(customer(USMF, "US-1")))).containsExactly(now);
  }

  @Test
  void aSurvivorWithAPartnerOfItsOwnIsTaken() {
    Link seen = linked(USMF, ACME, "US-1");
    Link there = linked(USMF, BOLT, "US-2");

    assertThat(stores.links().move(seen, BOLT)).isEqualTo(new Linking.Taken(there));
    assertThat(stores.links().find(seen.pair())).contains(seen);
  }

  @Test
  void movingByAnOldVersionChangesNothing() {
    Link seen = linked(USMF, ACME, "US-1");
    Link now = stores.links().change(seen, LinkChange.to(LinkState.OUT_OF_SCOPE));

    assertThatThrownBy(() -> stores.links().move(seen, BOLT))
        .isInstanceOf(StoreException.Overtaken.class);
    assertThat(stores.links().find(seen.pair())).contains(now);
    assertThat(stores.links().find(pair(USMF, BOLT))).isEmpty();
  }

  @Test
  void aMovedPairTakesItsOpenDeliveriesAlong() {
    Link seen = linked(USMF, ACME, "US-1");
    StoredHint hint = accept(customer(USMF, "US-1"));
    stores.hints().delivered(hint);

    stores.links().move(seen, BOLT);

    assertThat(stores.hints().waiting(clock.instant(), 10))
        .singleElement()
        .satisfies(told -> assertThat(told.pairs()).containsExactly(pair(USMF, BOLT)));
    Link survivor = stores.links().find(pair(USMF, BOLT)).orElseThrow();
    assertThat(opened(survivor).deliveries())
        .extracting(Delivery::hintId)
        .containsExactly(hint.id());
    balanced();
  }
}
