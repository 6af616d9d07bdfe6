package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.merge.Base;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.activities.store.Settlement.Seen;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

abstract class PassStoreContract extends StoreContract {
  private static final Both<String> NO_DIGESTS = new Both<>(null, null);

  private static final Both<@Nullable Base> NO_BASES = new Both<>(null, null);

  private static IntentResult result(String id, Outcome outcome) {
    return new IntentResult(id, outcome, "noted as " + outcome);
  }

  private Sheet reopened(Link link) {
    return stores.passes().open(link.pair(), holder("later"));
  }

  @Test
  void opensWithEverythingThatIsKnown() {
    Link link = linked(USMF, ACME, "US-1");
    StoredHint hint = accept(account(ACME));

    Sheet sheet = opened(link);

    assertThat(sheet.link()).isEqualTo(link);
    assertThat(sheet.fences()).isEqualTo(new Both<>(1L, 1L));
    assertThat(sheet.bases()).isEqualTo(NO_BASES);
    assertThat(sheet.openIntents()).isEmpty();
    assertThat(sheet.deliveries()).containsExactly(new Delivery(hint.id(), hint.hint()));
  }

  @Test
  void valuesOfEveryTypeComeBackAsTheyWere() {
    Link link = linked(USMF, ACME, "US-1");
    Fields all =
        Fields.of("text", new Value.Text("Grüße \"\\ \n"))
            .with("decimal", new Value.Decimal(new BigDecimal("12345678901234567890.10")))
            .with("flag", new Value.Flag(false))
            .with("day", new Value.Day(LocalDate.of(2026, 2, 28)))
            .with("moment", new Value.Moment(START.plusMillis(1)))
            .with("code", new Value.Code("EUR"))
            .with("reference", new Value.Reference("abc"))
            .with("absent", Values.ABSENT);
    Set<String> unknown = new LinkedHashSet<>(List.of("text", "day"));
    Done done = Done.nothing().base(Side.D365, new Base(all, unknown), "d");
    stores.passes().settle(opened(link), done.settlement());

    Base base = opened(link).bases().d365();

    assertThat(base).isEqualTo(new Base(all, unknown));
    assertThat(base.values().names()).containsExactlyElementsOf(all.names());
  }

  @Test
  void whatWasSentInVainComesBack() {
    Link link = linked(USMF, ACME, "US-1");
    Base base = new Base(name("b"), Set.of("Phone"), name("B"));

    Sheet sheet = opened(link);
    stores.passes().settle(sheet, Done.nothing().base(Side.D365, base, null).settlement());

    assertThat(opened(link).bases().d365()).isEqualTo(base);
    assertThat(opened(link).bases().creatio()).isNull();
  }

  @Test
  void anIntentThatNeverLeftIsDroppedWithoutATrace() {
    Link link = linked(USMF, ACME, "US-1");
    Sheet sheet = opened(link);
    Intent confirmed = intent("i-1", link, Side.D365, "a", "b");
    Intent settled = intent("i-2", link, Side.CREATIO, "a", "b");
    stores.passes().announce(sheet, List.of(confirmed, settled));

    List<IntentResult> never = List.of(result("i-1", Outcome.NOT_SENT));
    stores.passes().confirm(sheet, never, NO_BASES, NO_DIGESTS);
    stores.passes().settle(sheet, Done.nothing().result("i-2", Outcome.NOT_SENT).settlement());

    assertThat(stores.audit().after(0, 10)).isEmpty();
    assertThat(opened(link).openIntents()).isEmpty();
  }

  @Test
  void anUnknownOutcomeFoundByTheOtherPairDoubtsBothBases() {
    Link us = linked(USMF, ACME, "US-1");
    Link de = linked(DEMF, ACME, "DE-1");
    Sheet sheet = opened(us);
    Done known = Done.nothing().base(Side.CREATIO, Base.of(name("a")), null);
    stores.passes().settle(sheet, known.base(Side.D365, Base.of(name("a")), null).settlement());
    Sheet writing = opened(us);
    stores.passes().announce(writing, List.of(intent("i-1", us, Side.CREATIO, "a", "b")));
    stores.passes().release(writing);

    List<IntentResult> lost = List.of(result("i-1", Outcome.UNKNOWN));
    Sheet other = reopened(de);
    stores.passes().confirm(other, lost, NO_BASES, NO_DIGESTS);
    stores.passes().release(other);

    Base doubted = new Base(name("a"), Set.of("Name"));
    assertThat(opened(us).bases()).isEqualTo(new Both<>(doubted, doubted));
  }

  @Test
  void confirmingClosesTheIntentAndSetsBothBases() {
    Link link = linked(USMF, ACME, "US-1");
    Sheet sheet = opened(link);
    stores.passes().announce(sheet, List.of(intent("i-1", link, Side.D365, "a", "b")));
    Both<@Nullable Base> bases = new Both<>(Base.of(name("b")), Base.of(name("b")));

    stores
        .passes()
        .confirm(sheet, List.of(result("i-1", Outcome.APPLIED)), bases, new Both<>("x", "y"));
    stores
        .passes()
        .confirm(sheet, List.of(result("i-1", Outcome.APPLIED)), bases, new Both<>("x", "y"));

    stores.passes().release(sheet);
    Sheet next = reopened(link);
    assertThat(next.bases()).isEqualTo(bases);
    assertThat(next.openIntents()).isEmpty();
    assertThat(stores.audit().after(0, 10)).hasSize(1);
  }

  @Test
  void settlingLeavesASideWithoutANewBaseAsItIs() {
    Link link = linked(USMF, ACME, "US-1");
    Done first =
        Done.nothing()
            .base(Side.CREATIO, Base.of(name("a")), null)
            .base(Side.D365, Base.of(name("b")), null);
    stores.passes().settle(opened(link), first.settlement());
    Done second = Done.nothing().base(Side.D365, Base.of(name("c")), null);
    stores.passes().settle(opened(link), second.settlement());

    assertThat(opened(link).bases()).isEqualTo(new Both<>(Base.of(name("a")), Base.of(name("c"))));
  }

  @Test
  void aDeliveryNotCoveredStaysOpen() {
    Link link = linked(USMF, ACME, "US-1");
    StoredHint first = accept(account(ACME));
    StoredHint second = accept(customer(USMF, "US-1"));
    Sheet sheet = opened(link);

    Done done = Done.nothing().cover(first.id(), Disposition.SUPERSEDED);
    Settled settled = stores.passes().settle(sheet, done.settlement());

    assertThat(settled.more()).isTrue();
    assertThat(opened(link).deliveries()).extracting(Delivery::hintId).containsExactly(second.id());
    assertThat(balanced().superseded()).isEqualTo(1);
  }

  @Test
  void aDeliveryLeftOutOfTheCoverageIsNotCoveredByALaterRead() {
    Link link = linked(USMF, ACME, "US-1");
    accept(account(ACME));
    Sheet sheet = opened(link);

    Done done = Done.nothing().seen(Side.CREATIO, new Seen(Long.MAX_VALUE, null));

    assertThat(stores.passes().settle(sheet, done.settlement()).more()).isTrue();
  }

  @Test
  void ourOwnEchoIsCoveredByTheReadAfterTheWrite() {
    Link link = linked(USMF, ACME, "US-1");
    Sheet sheet = opened(link);
    accept(account(ACME));
    long mark = stores.passes().mark(link.pair());
    StoredHint unseen = accept(account(ACME));
    StoredHint otherSide = accept(customer(USMF, "US-1"));

    Done done = Done.nothing().seen(Side.CREATIO, new Seen(mark, null));
    stores.passes().settle(sheet, done.settlement());

    assertThat(opened(link).deliveries())
        .extracting(Delivery::hintId)
        .containsExactly(unseen.id(), otherSide.id());
    assertThat(balanced().equal()).isEqualTo(1);
  }

  @Test
  void aHintThatNamesTheTimeOfChangeReadIsCovered() {
    Link link = linked(USMF, ACME, "US-1");
    Sheet sheet = opened(link);
    Instant changed = START.plusSeconds(3);
    accept(new Hint(account(ACME), Origin.WEBHOOK, START, changed, null, false));
    StoredHint newer =
        accept(new Hint(account(ACME), Origin.WEBHOOK, START, changed.plusMillis(1), null, false));

    Done done = Done.nothing().seen(Side.CREATIO, new Seen(0, changed));
    Settled settled = stores.passes().settle(sheet, done.settlement());

    assertThat(settled.more()).isTrue();
    assertThat(opened(link).deliveries()).extracting(Delivery::hintId).containsExactly(newer.id());
  }

  @Test
  void theMarkIsTheNewestHintOfThePair() {
    Link link = linked(USMF, ACME, "US-1");
    assertThat(stores.passes().mark(link.pair())).isZero();
    StoredHint own = accept(customer(USMF, "US-1"));
    accept(account(BOLT));

    assertThat(stores.passes().mark(link.pair())).isEqualTo(own.id());
  }

  @Test
  void settlingFreesTheClaimsAndChangesTheLink() {
    Link link = linked(USMF, ACME, "US-1");
    Done done = Done.nothing().change(LinkChange.party("P-1").then(LinkChange.held(true)));

    Settled settled = stores.passes().settle(opened(link), done.settlement());

    assertThat(settled.more()).isFalse();
    Sheet next = reopened(link);
    assertThat(next.link().partyNumber()).isEqualTo("P-1");
    assertThat(next.link().heldByUs()).isTrue();
    assertThat(next.link().version()).isEqualTo(2);
  }

  @Test
  void anotherLookLeavesAHintOfOurOwn() {
    Link link = linked(USMF, ACME, "US-1");
    linked(DEMF, ACME, "DE-1");

    Settled settled = stores.passes().settle(opened(link), Done.nothing().again().settlement());

    assertThat(settled.more()).isTrue();
    assertThat(opened(link).deliveries())
        .singleElement()
        .satisfies(delivery -> assertThat(delivery.hint().origin()).isEqualTo(Origin.PASS));
    assertThat(balanced().accepted()).isEqualTo(1);
    assertThat(stores.passes().mark(pair(DEMF, ACME))).isZero();
    assertThat(stores.hints().waiting(clock.instant(), 10)).isEmpty();
  }

  @Test
  void settlingTakesThePairOffTheDesk() {
    Link link = linked(USMF, ACME, "US-1");
    park(link.pair().path());
    stores.passes().settle(opened(link), Done.nothing().settlement());
    assertThat(stores.parked().list(null, null, null, null, 10)).hasSize(1);

    stores.passes().settle(opened(link), Done.nothing().unpark().settlement());

    assertThat(stores.parked().list(null, null, null, null, 10)).isEmpty();
  }
}
