package io.weft.activities.desk;

import static io.weft.activities.poll.FakeCreatio.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.governor.Caller;
import io.weft.activities.governor.Governor;
import io.weft.activities.governor.GovernorState;
import io.weft.activities.governor.Permit;
import io.weft.activities.governor.Traffic;
import io.weft.activities.hint.HandOver;
import io.weft.activities.hint.Holds;
import io.weft.activities.hint.Intake;
import io.weft.activities.hint.Runs;
import io.weft.activities.hint.Switches;
import io.weft.activities.hint.Tally;
import io.weft.activities.object.Mode;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.poll.FakeFeed;
import io.weft.activities.poll.Feed;
import io.weft.activities.poll.FeedProblems;
import io.weft.activities.poll.FeedReset;
import io.weft.activities.poll.Feeds;
import io.weft.activities.poll.TestClock;
import io.weft.activities.store.FeedStore.Lease;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.Waiter;
import io.weft.activities.store.memory.MemoryStores;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Answer.Level;
import io.weft.workflows.desk.Question;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import io.weft.workflows.sync.ParkActivities.ParkedWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeskActivitiesImplTest {
  private static final SyncObjectName OBJECT = SyncObjectName.ACCOUNT_CUSTOMER;
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final LegalEntity DEMF = new LegalEntity("demf");
  private static final PairId PAIR = new PairId(OBJECT, USMF, id(1));

  private final TestClock clock = new TestClock();
  private final MemoryStores stores = new MemoryStores(clock);
  private final List<String> told = new ArrayList<>();
  private final FakeFeed feed =
      new FakeFeed("usmf/account-customer/scan", Duration.ofMinutes(1), clock);
  private final FeedProblems problems = new FeedProblems(stores.facts(), clock);
  private @Nullable RemoteException away;

  private final Switches switches =
      new Switches() {
        @Override
        public Mode mode(SyncObjectName object, LegalEntity legalEntity) {
          boolean on = object == OBJECT && legalEntity.equals(USMF);
          return on ? Mode.WRITE : Mode.OFF;
        }

        @Override
        public List<LegalEntity> legalEntities() {
          return List.of(USMF, DEMF);
        }
      };

  private final Runs runs =
      new Runs() {
        @Override
        public void changed(PairId pair, Hint hint) {
          told.add(pair.path());
        }

        @Override
        public void introduce(Hint hint) {
          told.add("introduce/" + hint.record().path());
        }
      };

  private final DeskActivitiesImpl desk = desk();

  private DeskActivitiesImpl desk() {
    Map<LegalEntity, List<Feed>> byLegalEntity = new LinkedHashMap<>();
    byLegalEntity.put(USMF, List.of(feed));
    Feeds feeds = new Feeds(byLegalEntity, Map.of());
    HandOver handOver = new HandOver(stores.hints(), runs, switches, Holds.nobody(), Runnable::run);
    Intake intake = new Intake(stores.hints()::accept, switches, Tally.NONE);
    WaitingBoard waiting = new WaitingBoard(stores.waiters(), stores.links());
    Status status =
        new Status(
            new ObjectBoard(switches, stores.links(), stores.hints(), clock),
            new Status.Ground(stores.hints(), stores.parked(), waiting, handOver, List::of),
            List.of(new Connection("D365", this::ping, new Idle())),
            new FeedBoard(feeds, stores.feeds(), problems, clock),
            clock);
    Doctor doctor = new Doctor(List.of(new SignInCheck(Side.D365, this::ping)), List.of());
    Orders orders =
        new Orders(
            intake,
            handOver,
            stores.audit(),
            new FeedReset(feeds, stores.feeds(), stores.audit(), clock),
            clock);
    Previews previews =
        new Previews(
            stores.links(),
            pair -> new Answer.PreviewReport(pair.path(), "nothing", List.of(), List.of()),
            new Newcomers(new NothingOn(), stores.waiters(), clock));
    return new DeskActivitiesImpl(
        doctor, new Lists(stores.parked(), stores.audit(), waiting), status, orders, previews);
  }

  private void ping() {
    if (away != null) {
      throw away;
    }
  }

  /** Every object is switched off. */
  private static final class NothingOn implements SyncObjects {
    @Override
    public SyncObject of(SyncObjectName object, LegalEntity legalEntity) {
      throw new IllegalArgumentException(object + " is not part of this release");
    }

    @Override
    public SyncObject arriving(RecordRef record) {
      throw new IllegalArgumentException(record.object() + " is not part of this release");
    }
  }

  private record Idle() implements Governor {
    @Override
    public Permit acquire(Caller caller, Traffic traffic) {
      throw new UnsupportedOperationException("the status page sends nothing itself");
    }

    @Override
    public GovernorState state() {
      return GovernorState.UNUSED;
    }
  }

  private void link() {
    stores
        .links()
        .link(new LinkWanted(PAIR, "US-001", null, null, Side.D365, true, true, List.of()));
  }

  private void park(String workflowId, String fingerprint) {
    Problem problem =
        new Problem(
            "Rejected", "The group X9 is unknown.", "Correct it.", fingerprint, null, false);
    ParkedWork work = new ParkedWork(workflowId, OBJECT.slug(), "usmf", workflowId, problem);
    stores.parked().park(work, clock.instant());
  }

  private List<String> parked(Question.Parked filter) {
    return ((Answer.ParkedList) desk.listParked(filter))
        .parked().stream().map(Answer.ParkedLine::workflowId).toList();
  }

  private Question.SyncNow sync(Side side, @Nullable LegalEntity legalEntity, String... keys) {
    return new Question.SyncNow(OBJECT, side, List.of(keys), legalEntity, "Ann", "a call");
  }

  @Test
  void listsWhatIsParkedByAnyOfItsMarks() {
    park("account-customer/usmf/1", "group");
    park("account-customer/usmf/2", "tax");
    park("introduce/account-customer/creatio/3", "group");

    assertThat(parked(new Question.Parked(null, null, null, null))).hasSize(3);
    assertThat(parked(new Question.Parked(null, "group", null, "USMF"))).hasSize(2);
    assertThat(parked(new Question.Parked("introduce/", null, null, null)))
        .containsExactly("introduce/account-customer/creatio/3");
  }

  @Test
  void syncsALinkedRecordNowAndSaysSoToTheAudit() {
    link();

    Answer answer = desk.syncRecords(sync(Side.D365, USMF, "US-001"));

    assertThat(answer).isEqualTo(new Answer.SyncStarted(List.of(PAIR.path()), List.of()));
    assertThat(told).containsExactly(PAIR.path());
    Answer.AuditTrail trail = (Answer.AuditTrail) desk.showAudit(new Question.Audit("US-001", 10));
    assertThat(trail.lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.who()).isEqualTo("Ann");
              assertThat(line.why()).endsWith("a call");
            });
  }

  @Test
  void introducesARecordThatIsNotLinked() {
    desk.syncRecords(sync(Side.CREATIO, null, id(7)));

    assertThat(told).containsExactly("introduce/account-customer/creatio/" + id(7));
  }

  @Test
  void saysWhatItDidNotStart() {
    Answer.SyncStarted answer =
        (Answer.SyncStarted) desk.syncRecords(sync(Side.CREATIO, null, "US-001"));
    Answer.SyncStarted off = (Answer.SyncStarted) desk.syncRecords(sync(Side.D365, DEMF, "DE-001"));

    assertThat(answer.notes()).singleElement().asString().contains("a GUID is expected");
    assertThat(off.notes()).singleElement().asString().contains("switched off in demf");
    assertThat(told).isEmpty();
    assertThat(desk.syncRecords(sync(Side.D365, null, "US-001")))
        .isInstanceOf(Answer.Refused.class);
  }

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
  void resetsFeedsThatItKnows() {
    assertThat(desk.forgetFeeds(new Question.Reset("usmf", "Ann", "a backup")))
        .isEqualTo(new Answer.Done("Read from the beginning again: usmf/account-customer/scan."));
    assertThat(desk.forgetFeeds(new Question.Reset("xxxx", "Ann", "a backup")))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void previewsThePairThatAPathMeans() {
    link();

    for (String path :
        List.of(
            PAIR.path(),
            "account-customer/creatio/" + id(1),
            "account-customer/d365/usmf/US-001")) {
      assertThat(desk.previewPass(new Question.Preview(path)))
          .isEqualTo(new Answer.PreviewReport(PAIR.path(), "nothing", List.of(), List.of()));
    }
    assertThat(desk.previewPass(new Question.Preview("nonsense")))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void previewsAnyObjectAndSaysHowItsRecordsAreNamed() {
    PairId order = new PairId(SyncObjectName.ORDER_SALES_ORDER, USMF, id(7));
    stores
        .links()
        .link(new LinkWanted(order, "000901", null, null, Side.CREATIO, true, true, List.of()));

    for (String path :
        List.of(
            order.path(),
            "order-sales-order/creatio/" + id(7),
            "order-sales-order/d365/usmf/000901")) {
      assertThat(desk.previewPass(new Question.Preview(path)))
          .isEqualTo(new Answer.PreviewReport(order.path(), "nothing", List.of(), List.of()));
    }
    Answer unread = desk.previewPass(new Question.Preview("contact/000012"));
    assertThat(((Answer.Refused) unread).why()).contains("(contact/usmf/<Creatio id>)");
    Answer unlinked = desk.previewPass(new Question.Preview("contact/d365/usmf/000012"));
    assertThat(((Answer.Refused) unlinked).why())
        .isEqualTo("contact/d365/usmf/000012 is not linked, and contact is switched off.");
  }

  @Test
  void saysThatARecordIsLinkedElsewhereToo() {
    link();
    PairId demf = new PairId(OBJECT, DEMF, id(1));
    stores
        .links()
        .link(new LinkWanted(demf, "DE-001", null, null, Side.D365, false, true, List.of()));

    Answer answer = desk.previewPass(new Question.Preview("account-customer/creatio/" + id(1)));

    assertThat(answer)
        .isEqualTo(
            new Answer.PreviewReport(
                PAIR.path(), "nothing It is linked in demf too.", List.of(), List.of()));
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

  @Test
  void answersWithWhatTheDoctorFound() {
    Answer.Findings findings = (Answer.Findings) desk.examine(new Question.Doctor());

    assertThat(findings.findings())
        .containsExactly(
            new Answer.Finding("Sign-in to D365", Level.OK, "D365: D365 lets us in.", null));
  }
}
