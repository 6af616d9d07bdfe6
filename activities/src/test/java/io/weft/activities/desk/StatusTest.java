package io.weft.activities.desk;

import static io.weft.activities.poll.FakeCreatio.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.poll.TestClock;
import io.weft.activities.store.FeedStore.Lease;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.Waiter;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Answer.Level;
import io.weft.workflows.desk.Question;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import io.weft.workflows.sync.ParkActivities.ParkedWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the desk says of how things stand. */
class StatusTest extends DeskFixture {
  @Test
  void showsHowThingsStand() {
    link();
    park(PAIR.path(), "group");
    away = new RemoteException.Unavailable(Side.D365, "ping", "D365 is away", false, null, null);

    Answer.StatusReport report = (Answer.StatusReport) desk.showStatus(new Question.Status());

    assertThat(report.objects())
        .containsExactly(new Answer.ObjectStatus("account-customer", "usmf", "write", 1, 0, 1));
    assertThat(report.lines())
        .contains(
            new Answer.StatusLine(
                "D365",
                Level.PROBLEM,
                "D365 is away; reads 0 of 1, writes 0 of 1, 1/s; waiting: live 0, bulk 0;"
                    + " throttled 0 x, 0 s in all; breaker closed"),
            new Answer.StatusLine(
                "feed usmf/account-customer/scan",
                Level.WARNING,
                "last read to its end never; not read to its end yet"),
            new Answer.StatusLine(
                "parked group", Level.WARNING, "1 waiting, for example: The group X9 is unknown."));
  }

  @Test
  void countsOpenHintsByTheirPlace() {
    link();
    stores
        .hints()
        .accept(
            List.of(
                Incoming.of(
                    Hint.of(
                        RecordRef.d365(OBJECT, USMF, "US-001"), Origin.EVENT, clock.instant()))));
    clock.forward(Duration.ofSeconds(1));

    Answer.StatusReport report = (Answer.StatusReport) desk.showStatus(new Question.Status());

    assertThat(report.objects())
        .containsExactly(new Answer.ObjectStatus("account-customer", "usmf", "write", 1, 1, 0));
    assertThat(report.lines().get(0).state()).startsWith("1 accepted").endsWith("1 in flight");
  }

  @Test
  void showsAFeedThatIsSilentOrInTrouble() {
    Lease lease =
        stores
            .feeds()
            .lease(feed.name(), "test", Duration.ofMinutes(1), Duration.ZERO)
            .orElseThrow();
    stores.feeds().advance(lease, "x", List.of(), Map.of(), true);
    assertThat(feedLine()).isEqualTo(line(Level.OK, null));

    clock.forward(Duration.ofMinutes(13));
    assertThat(feedLine())
        .isEqualTo(line(Level.WARNING, "silent for too long: is its poller running?"));

    clock.forward(Duration.ofDays(4));
    problems.note(feed.name(), "D365 is away");
    assertThat(feedLine()).isEqualTo(line(Level.PROBLEM, "D365 is away"));
  }

  private Answer.FeedStatus feedLine() {
    Answer answer = desk.showFeeds(new Question.PollerStatus(USMF));
    return ((Answer.FeedReport) answer).feeds().get(0);
  }

  private Answer.FeedStatus line(Level level, @Nullable String note) {
    return new Answer.FeedStatus("usmf", feed.name(), TestClock.START, level, note);
  }

  @Test
  void showsWhoWaitsForWhomAndWhatHoldsThemUp() {
    link();
    RecordRef order = waits(SyncObjectName.ORDER_SALES_ORDER, id(8), id(1), USMF);
    clock.forward(Duration.ofMinutes(1));
    waits(SyncObjectName.ORDER_SALES_ORDER, id(9), id(1), USMF);
    RecordRef contact = waits(SyncObjectName.CONTACT, id(10), id(2), DEMF);
    park(PAIR.path(), "group");
    park("introduce/account-customer/creatio/" + id(3), "group");

    Answer.StatusReport report = (Answer.StatusReport) desk.showStatus(new Question.Status());

    assertThat(report.waiting().objects())
        .containsExactly(
            new Answer.WaitingLine(
                "order-sales-order", 2, order.path(), PAIR.path(), TestClock.START),
            new Answer.WaitingLine(
                "contact",
                1,
                contact.path(),
                "account-customer/demf/" + id(2),
                TestClock.START.plus(Duration.ofMinutes(1))));
    assertThat(report.waiting().heldUp())
        .containsExactly(
            new Answer.HeldUp(PAIR.path(), PAIR.path(), 2, "The group X9 is unknown."));
    Answer.ParkedList list =
        (Answer.ParkedList) desk.listParked(new Question.Parked(PAIR.path(), null, null, null));
    assertThat(list.parked()).extracting(Answer.ParkedLine::holdsUp).containsExactly(2L);
  }

  @Test
  void aNewRecordThatIsParkedHoldsUpThoseThatNeedIt() {
    waits(SyncObjectName.CONTACT, id(10), id(2), DEMF);
    RecordRef blocker = RecordRef.creatio(OBJECT, id(2));
    Problem problem = new Problem("Rejected", "No rule.", "Add one.", "rule", null, false);
    String workflow = "introduce/" + blocker.path();
    ParkedWork work = new ParkedWork(workflow, OBJECT.slug(), null, blocker.path(), problem);
    stores.parked().park(work, clock.instant());

    Answer.StatusReport report = (Answer.StatusReport) desk.showStatus(new Question.Status());

    assertThat(report.waiting().heldUp())
        .containsExactly(new Answer.HeldUp(blocker.path(), workflow, 1, "No rule."));
  }

  private RecordRef waits(
      SyncObjectName object, String id, String account, LegalEntity legalEntity) {
    RecordRef record = RecordRef.creatio(object, id);
    RecordRef blocker = RecordRef.creatio(OBJECT, account);
    stores.waiters().add(new Waiter(record, null, blocker, legalEntity, clock.instant(), null));
    return record;
  }
}
