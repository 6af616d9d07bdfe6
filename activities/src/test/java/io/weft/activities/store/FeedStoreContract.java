package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.merge.Base;
import io.weft.activities.store.FeedStore.Advanced;
import io.weft.activities.store.FeedStore.Lease;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

abstract class FeedStoreContract extends StoreContract {
  private static final Duration HOLD = Duration.ofMinutes(2);
  private static final Duration INTERVAL = Duration.ofMinutes(10);

  private Optional<Lease> lease(String holder) {
    return stores.feeds().lease("customers/usmf", holder, HOLD, INTERVAL);
  }

  private Advanced advance(Lease lease, Incoming... rows) {
    return stores.feeds().advance(lease, "token", List.of(rows), Map.of(), true);
  }

  private Incoming row(RecordRef record, String digest) {
    return new Incoming(hint(record), digest, null);
  }

  /** A round of a feed that brings one row. */
  private Advanced round(RecordRef record, String digest) {
    clock.advance(INTERVAL);
    return advance(lease("reader").orElseThrow(), row(record, digest));
  }

  private Link restingAt(String digest) {
    Link link = linked(USMF, ACME, "US-1");
    Done done = Done.nothing().base(Side.D365, Base.of(name("a")), digest);
    stores.passes().settle(opened(link), done.settlement());
    return link;
  }

  @Test
  void onlyOneHolderReadsAFeed() {
    Lease lease = lease("one").orElseThrow();

    assertThat(lease.token()).isNull();
    assertThat(lease.until()).isEqualTo(START.plus(HOLD));
    assertThat(lease("two")).isEmpty();
    stores.feeds().release(lease);
    assertThat(lease("two")).isPresent();
  }

  @Test
  void anEndedLeaseIsTakenOverAndItsHolderStopped() {
    Lease first = lease("one").orElseThrow();
    clock.advance(HOLD);
    Lease second = lease("two").orElseThrow();

    assertThat(second.fence()).isGreaterThan(first.fence());
    assertThatThrownBy(() -> advance(first, row(account(ACME), "d")))
        .isInstanceOf(StoreException.Overtaken.class);
    assertThat(balanced().accepted()).isZero();
    stores.feeds().release(first);
    assertThat(lease("three")).isEmpty();
  }

  @Test
  void aSignOfLifeRenewsTheLease() {
    Lease lease = lease("one").orElseThrow();
    clock.advance(HOLD.minusSeconds(1));
    stores.feeds().renew(lease);
    clock.advance(HOLD.minusSeconds(1));
    assertThat(lease("two")).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(lease("two")).isPresent();
    assertThatThrownBy(() -> stores.feeds().renew(lease))
        .isInstanceOf(StoreException.Overtaken.class);
  }

  @Test
  void advancingRenewsTheLease() {
    Lease lease = lease("one").orElseThrow();
    clock.advance(Duration.ofSeconds(100));
    stores.feeds().advance(lease, "page-2", List.of(), Map.of(), false);
    clock.advance(Duration.ofSeconds(100));

    assertThat(lease("two")).isEmpty();
  }

  @Test
  void aFinishedRoundRestsUntilItsNextInterval() {
    advance(lease("one").orElseThrow(), row(account(ACME), "d"));

    assertThat(lease("one")).isEmpty();
    clock.advance(INTERVAL);
    assertThat(lease("two").orElseThrow().token()).isEqualTo("token");
  }

  @Test
  void anUnfinishedRoundGoesOnFromItsToken() {
    Lease lease = lease("one").orElseThrow();
    stores.feeds().advance(lease, "page-2", List.of(), Map.of(), false);
    stores.feeds().release(lease);

    assertThat(lease("two").orElseThrow().token()).isEqualTo("page-2");
  }

  @Test
  void aResetFeedIsDueWithoutATokenAndStopsItsReader() {
    advance(lease("one").orElseThrow());
    clock.advance(INTERVAL);
    Lease running = lease("one").orElseThrow();
    stores.feeds().reset("customers/");
    stores.feeds().reset("cust%");

    assertThatThrownBy(() -> advance(running)).isInstanceOf(StoreException.Overtaken.class);
    assertThat(lease("two").orElseThrow().token()).isNull();
  }

  @Test
  void aResetLeavesOtherFeedsAlone() {
    advance(lease("one").orElseThrow());

    stores.feeds().reset("orders/");

    assertThat(lease("one")).isEmpty();
  }

  @Test
  void rowsBecomeHintsAndAreCounted() {
    Lease lease = lease("one").orElseThrow();

    Advanced advanced =
        advance(
            lease,
            row(customer(USMF, "US-1"), "d"),
            new Incoming(hint(customer(USMF, "US-2")), "e", "switched off"));

    assertThat(advanced.hints()).hasSize(2);
    assertThat(advanced.hints().get(0).unknown()).isTrue();
    assertThat(advanced.hints().get(1).unknown()).isFalse();
    assertThat(advanced.echoes()).isZero();
    assertThat(stores.feeds().states())
        .containsExactly(new FeedStore.State("customers/usmf", "token", START, 2, 2));
    assertThat(balanced().filtered()).isEqualTo(1);
  }

  @Test
  void aRowThatEqualsTheBaseOfAPairAtRestIsAnEcho() {
    restingAt("d-1");

    Advanced same = round(customer(USMF, "US-1"), "d-1");
    Advanced other = round(customer(USMF, "US-1"), "d-2");

    assertThat(same.hints()).isEmpty();
    assertThat(same.echoes()).isEqualTo(1);
    assertThat(other.hints()).hasSize(1);
    assertThat(balanced().accepted()).isEqualTo(1);
  }

  @Test
  void aRowWithoutADigestIsNoEcho() {
    restingAt("d-1");
    clock.advance(INTERVAL);

    Advanced advanced =
        advance(lease("r").orElseThrow(), Incoming.of(hint(customer(USMF, "US-1"))));

    assertThat(advanced.hints()).hasSize(1);
  }

  @Test
  void aPairWithAnOpenDeliveryIsNotAtRest() {
    restingAt("d-1");
    accept(account(ACME));

    assertThat(round(customer(USMF, "US-1"), "d-1").hints()).hasSize(1);
  }

  @Test
  void aPairBeingWorkedOnIsNotAtRest() {
    Link link = restingAt("d-1");
    clock.advance(INTERVAL);
    Sheet sheet = opened(link);

    Advanced advanced = advance(lease("r").orElseThrow(), row(customer(USMF, "US-1"), "d-1"));

    assertThat(advanced.hints()).hasSize(1);
    assertThat(stores.passes().settle(sheet, Done.nothing().settlement()).more()).isTrue();
  }

  @Test
  void aPairWithAnOpenIntentIsNotAtRest() {
    Link link = restingAt("d-1");
    Sheet sheet = opened(link);
    stores.passes().announce(sheet, List.of(intent("i-1", link, Side.D365, "a", "b")));
    stores.passes().release(sheet);

    assertThat(round(customer(USMF, "US-1"), "d-1").hints()).hasSize(1);
  }

  @Test
  void anUnknownBaseIsNeverAnEcho() {
    Link link = linked(USMF, ACME, "US-1");
    Base doubted = new Base(name("a"), Set.of("Name"));
    stores
        .passes()
        .settle(opened(link), Done.nothing().base(Side.D365, doubted, "d-1").settlement());

    assertThat(round(customer(USMF, "US-1"), "d-1").hints()).hasSize(1);
  }

  @Test
  void echoIsJudgedPerPair() {
    Link us = linked(USMF, ACME, "US-1");
    linked(DEMF, ACME, "DE-1");
    Done done = Done.nothing().base(Side.CREATIO, Base.of(name("a")), "d-1");
    stores.passes().settle(opened(us), done.settlement());

    Advanced advanced = round(account(ACME), "d-1");

    assertThat(advanced.hints())
        .singleElement()
        .satisfies(hint -> assertThat(hint.pairs()).containsExactly(pair(DEMF, ACME)));
  }

  @Test
  void theSecondRowOfOneRecordIsNoEchoOfTheFirst() {
    restingAt("d-1");
    clock.advance(INTERVAL);
    RecordRef customer = customer(USMF, "US-1");

    Advanced advanced =
        advance(lease("r").orElseThrow(), row(customer, "d-2"), row(customer, "d-1"));

    assertThat(advanced.hints()).hasSize(2);
  }

  @Test
  void aRecordLeftOutIsNotFollowedUpUntilItChanges() {
    RecordRef stranger = customer(USMF, "US-9");
    round(stranger, "d-1");
    stores.hints().closeIntroduction(stranger, Disposition.FILTERED, "one-time customer");

    assertThat(round(stranger, "d-1").echoes()).isEqualTo(1);
    assertThat(round(stranger, "d-2").hints()).hasSize(1);
    assertThat(round(stranger, "d-1").hints()).as("its introduction is open").hasSize(1);
  }

  @Test
  void aRecordLeftOutOnAHintWithoutARowIsFollowedUp() {
    RecordRef stranger = customer(USMF, "US-9");
    round(stranger, "d-1");
    accept(stranger);
    stores.hints().closeIntroduction(stranger, Disposition.FILTERED, "one-time customer");

    assertThat(round(stranger, "d-1").hints()).hasSize(1);
  }
}
