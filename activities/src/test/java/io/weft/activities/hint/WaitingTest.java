package io.weft.activities.hint;

import static io.weft.activities.hint.FakeSwitches.DEMF;
import static io.weft.activities.hint.FakeSwitches.USMF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.weft.activities.hint.Waiting.Answer;
import io.weft.activities.object.Need;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.Linking;
import io.weft.activities.store.TestClock;
import io.weft.activities.store.Waiter;
import io.weft.activities.store.WaiterStore;
import io.weft.activities.store.memory.MemoryStores;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import io.weft.workflows.sync.ParkActivities.ParkedWork;
import io.weft.workflows.sync.WorkflowIds;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingTest {
  private static final RecordRef ACCOUNT = Hints.account(1);
  private static final PairId ACCOUNT_IN_USMF = Hints.pair(USMF, 1);
  private static final Need NEED = new Need(ACCOUNT, USMF);
  private static final PairId CONTACT =
      new PairId(SyncObjectName.CONTACT, USMF, "00000000-0000-0000-0000-00000000000c");
  private static final RecordRef PERSON = RecordRef.creatio(SyncObjectName.CONTACT, CONTACT.key());
  private static final RecordRef ORDER =
      RecordRef.creatio(SyncObjectName.ORDER_SALES_ORDER, "00000000-0000-0000-0000-00000000000f");
  private static final Answer WAIT = new Answer.Wait(ACCOUNT_IN_USMF, null);

  private final TestClock clock = new TestClock(Hints.NOON);
  private final MemoryStores stores = new MemoryStores(clock);
  private final FakeRuns runs = new FakeRuns();
  private final Waiting waiting = waiting(stores.waiters());

  @Test
  void goesOnWhereTheOtherIsLinkedAndNotesNobody() {
    linked(USMF, LinkState.LIVE);

    assertThat(waiting.ask(PERSON, CONTACT, NEED)).isEqualTo(new Answer.GoOn());
    assertThat(stores.waiters().list(10)).isEmpty();
    assertThat(runs.told).isEmpty();
  }

  @Test
  void goesOnWhereTheOtherIsThereThoughNoLongerWritten() {
    linked(USMF, LinkState.OUT_OF_SCOPE);

    assertThat(waiting.ask(PERSON, CONTACT, NEED)).isEqualTo(new Answer.GoOn());
  }

  @Test
  void waitsWhereTheOtherIsLinkedInAnotherLegalEntityOnly() {
    linked(DEMF, LinkState.LIVE);

    assertThat(waiting.ask(PERSON, CONTACT, NEED)).isEqualTo(WAIT);
  }

  @Test
  void introducesARecordThatNobodyHasIntroduced() {
    assertThat(waiting.ask(PERSON, CONTACT, NEED)).isEqualTo(WAIT);

    assertThat(runs.told).containsExactly("introduce " + ACCOUNT.path());
  }

  @Test
  void tellsThePairThatIsOnlyReserved() {
    linked(USMF, LinkState.RESERVED);

    assertThat(waiting.ask(PERSON, CONTACT, NEED)).isEqualTo(WAIT);
    assertThat(runs.told).containsExactly(ACCOUNT_IN_USMF.path());
  }

  @Test
  void nobodyWaitsTwice() {
    waiting.ask(PERSON, CONTACT, NEED);
    clock.advance(Duration.ofHours(1));
    waiting.ask(PERSON, CONTACT, NEED);

    assertThat(stores.waiters().list(10))
        .containsExactly(new Waiter(PERSON, CONTACT, ACCOUNT, USMF, Hints.NOON, null));
  }

  @Test
  void seesTheOneThatIsLinkedBetweenTheNoteAndTheLook() {
    Waiting racing = waiting(new Racing(() -> linked(USMF, LinkState.LIVE)));

    assertThat(racing.ask(PERSON, CONTACT, NEED)).isEqualTo(new Answer.GoOn());
    assertThat(stores.waiters().list(10)).isEmpty();
  }

  @Test
  void settlingTellsAllThatWaitInThatLegalEntity() {
    waiting.ask(PERSON, CONTACT, NEED);
    waiting.ask(ORDER, null, NEED);
    waiting.ask(Hints.account(2), null, new Need(ACCOUNT, DEMF));
    runs.told.clear();

    waiting.settled(List.of(linked(USMF, LinkState.LIVE)));

    assertThat(runs.told).containsExactly(CONTACT.path(), "introduce " + ORDER.path());
    assertThat(waiting.ask(PERSON, CONTACT, NEED)).isEqualTo(new Answer.GoOn());
    assertThat(waiting.ask(ORDER, null, NEED)).isEqualTo(new Answer.GoOn());
    assertThat(stores.waiters().list(10)).extracting(Waiter::legalEntity).containsExactly(DEMF);
  }

  @Test
  void whoIsIntroducedWaitsNoMore() {
    waiting.ask(ORDER, null, NEED);

    waiting.over(ORDER);

    assertThat(stores.waiters().list(10)).isEmpty();
  }

  @Test
  void aPairThatGoesOnWaitsNoMore() {
    PairId account = Hints.pair(USMF, 1);
    waiting.ask(ACCOUNT, account, new Need(Hints.account(2), USMF));

    waiting.goesOn(linked(USMF, LinkState.RESERVED));

    assertThat(stores.waiters().list(10)).isEmpty();
  }

  @Test
  void strikesOffALinkedPairThatWaitedOnItsWayToAnotherAccount() {
    PairId account = Hints.pair(USMF, 1);
    waiting.ask(ACCOUNT, account, new Need(Hints.account(2), USMF));

    waiting.goesOn(linked(USMF, LinkState.LIVE));

    assertThat(stores.waiters().list(10)).isEmpty();
  }

  @Test
  void settlingFindsThoseThatNamedTheOtherSide() {
    RecordRef customer = RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, USMF, "C-1");
    waiting.ask(PERSON, CONTACT, new Need(customer, USMF));
    runs.told.clear();

    waiting.settled(List.of(linked(USMF, LinkState.LIVE)));

    assertThat(runs.told).containsExactly(CONTACT.path());
  }

  @Test
  void aPairThatHasEndedReleasesNobody() {
    waiting.ask(PERSON, CONTACT, NEED);
    runs.told.clear();

    waiting.settled(List.of(linked(USMF, LinkState.GONE)));

    assertThat(runs.told).isEmpty();
  }

  @Test
  void aRefusalIsToldAndAnsweredUntilAskedAgain() {
    waiting.ask(PERSON, CONTACT, NEED);
    runs.told.clear();

    waiting.refused(ACCOUNT, "an employee");

    assertThat(runs.told).containsExactly(CONTACT.path());
    assertThat(waiting.ask(PERSON, CONTACT, NEED)).isEqualTo(new Answer.Never("an employee"));
    assertThat(waiting.ask(PERSON, CONTACT, NEED)).isEqualTo(new Answer.Never("an employee"));
    waiting.askAgain(PERSON, CONTACT);
    assertThat(waiting.ask(PERSON, CONTACT, NEED)).isEqualTo(WAIT);
  }

  @Test
  void anIntroductionThatWasRefusedMayAskAgainToo() {
    waiting.ask(ORDER, null, NEED);
    waiting.refused(ACCOUNT, "an employee");
    assertThat(waiting.ask(ORDER, null, NEED)).isEqualTo(new Answer.Never("an employee"));

    waiting.askAgain(ORDER, null);

    assertThat(waiting.ask(ORDER, null, NEED)).isEqualTo(WAIT);
  }

  @Test
  void aRefusalGivesWayToALink() {
    waiting.ask(PERSON, CONTACT, NEED);
    waiting.refused(ACCOUNT, "out of scope");

    linked(USMF, LinkState.LIVE);

    assertThat(waiting.ask(PERSON, CONTACT, NEED)).isEqualTo(new Answer.GoOn());
  }

  @Test
  void aRefusalOfOneForWhomNobodyWaitsTellsNobody() {
    waiting.refused(ACCOUNT, "an employee");

    assertThat(runs.told).isEmpty();
    assertThat(waiting.ask(PERSON, CONTACT, NEED)).isEqualTo(WAIT);
  }

  @Test
  void neverForOneThatWasDeleted() {
    linked(USMF, LinkState.GONE);

    assertThat(waiting.ask(PERSON, CONTACT, NEED))
        .isEqualTo(new Answer.Never(ACCOUNT_IN_USMF.path() + " was deleted in one of the systems"));
  }

  @Test
  void heldUpCountsAndTellsThoseWhoWaitAndTheySeeWhy() {
    waiting.ask(PERSON, CONTACT, NEED);
    waiting.ask(ORDER, null, NEED);
    park(WorkflowIds.introduction(ACCOUNT), "no group 'X9'");
    runs.told.clear();

    assertThat(waiting.heldUp(ACCOUNT)).isEqualTo(2);
    assertThat(runs.told).containsExactly(CONTACT.path(), "introduce " + ORDER.path());
    assertThat(waiting.ask(PERSON, CONTACT, NEED))
        .isEqualTo(new Answer.Wait(ACCOUNT_IN_USMF, "no group 'X9'"));
    assertThat(waiting.heldUp(Hints.account(2))).isZero();
  }

  @Test
  void aReservedPairThatIsParkedIsTheReason() {
    linked(USMF, LinkState.RESERVED);
    park(WorkflowIds.pair(ACCOUNT_IN_USMF), "number range used up");

    assertThat(waiting.ask(PERSON, CONTACT, NEED))
        .isEqualTo(new Answer.Wait(ACCOUNT_IN_USMF, "number range used up"));
  }

  /** It would be put on the list again and wake those who wait for it, who would ask again. */
  @Test
  void oneThatWaitsForAPersonIsNotAskedToLookAgainByThoseItHoldsUp() {
    waiting.ask(PERSON, CONTACT, NEED);
    park(WorkflowIds.introduction(ACCOUNT), "no group 'X9'");
    runs.told.clear();

    waiting.heldUp(ACCOUNT);
    waiting.ask(PERSON, CONTACT, NEED);

    assertThat(runs.told).containsExactly(CONTACT.path());
  }

  @Test
  void aReservedPairThatIsParkedIsNotToldEither() {
    linked(USMF, LinkState.RESERVED);
    park(WorkflowIds.pair(ACCOUNT_IN_USMF), "number range used up");

    waiting.ask(PERSON, CONTACT, NEED);

    assertThat(runs.told).isEmpty();
  }

  @Test
  void whoCannotBeToldKeepsNobodyElseFromHearing() {
    waiting.ask(PERSON, CONTACT, NEED);
    waiting.ask(ORDER, null, NEED);
    runs.told.clear();
    runs.refuse(CONTACT.path());
    Link link = linked(USMF, LinkState.LIVE);

    assertThatCode(() -> waiting.settled(List.of(link))).doesNotThrowAnyException();

    assertThat(runs.told).containsExactly("introduce " + ORDER.path());
    assertThat(waiting.isWanted(ACCOUNT)).isTrue(); // until it asks again
  }

  private Waiting waiting(WaiterStore waiters) {
    return new Waiting(waiters, stores.links(), stores.parked(), runs, clock);
  }

  private Link linked(LegalEntity legalEntity, LinkState state) {
    PairId pair = Hints.pair(legalEntity, 1);
    LinkWanted wanted =
        new LinkWanted(pair, "C-1", null, null, Side.CREATIO, true, false, List.of());
    Link link = ((Linking.Made) stores.links().link(wanted)).link();
    return state == LinkState.RESERVED ? link : stores.links().change(link, LinkChange.to(state));
  }

  private void park(String workflowId, String what) {
    Problem problem = new Problem("Rejected", what, "see to it", "f-1", null, false);
    ParkedWork work =
        new ParkedWork(workflowId, "account-customer", "usmf", ACCOUNT.path(), problem);
    stores.parked().park(work, clock.instant());
  }

  /** Waiters in whose note something happens. */
  private final class Racing implements WaiterStore {
    private final Runnable meanwhile;

    Racing(Runnable meanwhile) {
      this.meanwhile = meanwhile;
    }

    @Override
    public void add(Waiter waiter) {
      stores.waiters().add(waiter);
      meanwhile.run();
    }

    @Override
    public Optional<Waiter> find(String key) {
      return stores.waiters().find(key);
    }

    @Override
    public void remove(String key) {
      stores.waiters().remove(key);
    }

    @Override
    public List<Waiter> onAny(Collection<RecordRef> blockers) {
      return stores.waiters().onAny(blockers);
    }

    @Override
    public void answer(RecordRef blocker, String why) {
      stores.waiters().answer(blocker, why);
    }

    @Override
    public List<Waiter> list(int limit) {
      return stores.waiters().list(limit);
    }
  }
}
