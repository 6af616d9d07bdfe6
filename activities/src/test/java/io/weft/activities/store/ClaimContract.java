package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weft.activities.merge.Base;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may work on a record, and who was overtaken. */
abstract class ClaimContract extends StoreContract {
  private static final Both<@Nullable String> NO_DIGESTS = new Both<>(null, null);

  private static final Both<@Nullable Base> NO_BASES = new Both<>(null, null);

  private Sheet reopened(Link link) {
    return stores.passes().open(link.pair(), holder("later"));
  }

  @Test
  void refusesAPairThatIsNotThere() {
    assertThatThrownBy(() -> stores.passes().open(pair(USMF, ACME), holder("pass")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(ACME);
  }

  @Test
  void refusesAnotherHolderUntilTheClaimEnds() {
    Link link = linked(USMF, ACME, "US-1");
    Sheet sheet = opened(link);

    StoreException.Claimed refused =
        catchThrowableOfType(StoreException.Claimed.class, () -> reopened(link));
    assertThat(refused.until()).isEqualTo(sheet.holder().until());

    clock.advance(Duration.ofSeconds(60));
    assertThat(reopened(link).fences()).isEqualTo(new Both<>(2L, 2L));
  }

  @Test
  void letsTheSameHolderTakeOverAtOnce() {
    Link link = linked(USMF, ACME, "US-1");
    Sheet first = opened(link);

    Sheet second = opened(link);

    assertThat(second.fences()).isEqualTo(new Both<>(2L, 2L));
    assertThatThrownBy(() -> stores.passes().settle(first, Done.nothing().settlement()))
        .isInstanceOf(StoreException.Overtaken.class);
    stores.passes().settle(second, Done.nothing().settlement());
  }

  @Test
  void twoPairsOfOneAccountExcludeEachOther() {
    Link us = linked(USMF, ACME, "US-1");
    Link de = linked(DEMF, ACME, "DE-1");
    Sheet sheet = opened(us);

    assertThatThrownBy(() -> reopened(de)).isInstanceOf(StoreException.Claimed.class);
    stores.passes().release(sheet);

    Sheet later = reopened(de);
    assertThat(later.fences()).isEqualTo(new Both<>(2L, 1L));
  }

  @Test
  void aRefusedOpenClaimsNothing() {
    Link us = linked(USMF, ACME, "US-1");
    Link de = linked(DEMF, ACME, "DE-1");
    opened(us);
    assertThatThrownBy(() -> reopened(de)).isInstanceOf(StoreException.Claimed.class);
    clock.advance(Duration.ofMinutes(2));

    assertThat(reopened(de).fences().d365()).isEqualTo(1L);
  }

  @Test
  void aCustomerInOtherHandsLeavesTheAccountFree() {
    Link merged = linked(USMF, ACME, "US-1");
    opened(merged);
    stores.links().move(merged, BOLT);
    Link survivor = stores.links().find(pair(USMF, BOLT)).orElseThrow();
    Link de = linked(DEMF, BOLT, "DE-1");

    StoreException.Claimed refused =
        catchThrowableOfType(StoreException.Claimed.class, () -> reopened(survivor));

    assertThat(refused).hasMessageContaining("US-1");
    stores.passes().open(de.pair(), holder("another"));
  }

  @Test
  void aSharedRecordTakenOverStopsTheOtherPairsAttempt() {
    Link us = linked(USMF, ACME, "US-1");
    Link de = linked(DEMF, ACME, "DE-1");
    Sheet overtaken = opened(us);
    clock.advance(Duration.ofMinutes(2));
    reopened(de);

    List<Intent> intents = List.of(intent("i-1", us, Side.CREATIO, "a", "b"));
    assertThatThrownBy(() -> stores.passes().announce(overtaken, intents))
        .isInstanceOf(StoreException.Overtaken.class);
  }

  @Test
  void releasingFreesAtOnceAndOnlyOnesOwn() {
    Link link = linked(USMF, ACME, "US-1");
    Sheet first = opened(link);
    Sheet second = opened(link);

    stores.passes().release(first);
    assertThatThrownBy(() -> reopened(link)).isInstanceOf(StoreException.Claimed.class);

    stores.passes().release(second);
    assertThat(reopened(link).fences().creatio()).isEqualTo(3L);
  }

  @Test
  void aTwinThatHasSettledCannotSettleAgain() {
    Sheet sheet = opened(linked(USMF, ACME, "US-1"));
    stores.passes().settle(sheet, Done.nothing().settlement());

    assertThatThrownBy(() -> stores.passes().settle(sheet, Done.nothing().settlement()))
        .isInstanceOf(StoreException.Overtaken.class);
  }

  @Test
  void aChangedLinkStopsTheAttempt() {
    Link link = linked(USMF, ACME, "US-1");
    Sheet sheet = opened(link);
    stores.links().change(link, LinkChange.to(LinkState.OUT_OF_SCOPE));

    assertThatThrownBy(
            () ->
                stores.passes().announce(sheet, List.of(intent("i-1", link, Side.D365, "a", "b"))))
        .isInstanceOf(StoreException.Overtaken.class);
    assertThatThrownBy(() -> stores.passes().confirm(sheet, List.of(), NO_BASES, NO_DIGESTS))
        .isInstanceOf(StoreException.Overtaken.class);
    assertThatThrownBy(() -> stores.passes().settle(sheet, Done.nothing().settlement()))
        .isInstanceOf(StoreException.Overtaken.class);
  }

  @Test
  void anOvertakenSettlementStoresNothing() {
    Link link = linked(USMF, ACME, "US-1");
    accept(account(ACME));
    Sheet overtaken = opened(link);
    opened(link);
    Done done =
        Done.covering(overtaken, Disposition.APPLIED)
            .base(Side.D365, Base.of(name("x")), "d")
            .change(LinkChange.to(LinkState.GONE))
            .again();

    assertThatThrownBy(() -> stores.passes().settle(overtaken, done.settlement()))
        .isInstanceOf(StoreException.Overtaken.class);

    Sheet now = opened(link);
    assertThat(now.link()).isEqualTo(link);
    assertThat(now.bases()).isEqualTo(NO_BASES);
    assertThat(now.deliveries()).hasSize(1);
    assertThat(balanced().accepted()).isEqualTo(1);
  }
}
