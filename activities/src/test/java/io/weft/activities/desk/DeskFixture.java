package io.weft.activities.desk;

import static io.weft.activities.poll.FakeCreatio.id;

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
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.memory.MemoryStores;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.Hint;
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

/** The desk over stores in memory, one feed and a D365 that may be away. */
abstract class DeskFixture {
  static final SyncObjectName OBJECT = SyncObjectName.ACCOUNT_CUSTOMER;
  static final LegalEntity USMF = new LegalEntity("usmf");
  static final LegalEntity DEMF = new LegalEntity("demf");
  static final PairId PAIR = new PairId(OBJECT, USMF, id(1));

  final TestClock clock = new TestClock();
  final MemoryStores stores = new MemoryStores(clock);
  final List<String> told = new ArrayList<>();
  final FakeFeed feed = new FakeFeed("usmf/account-customer/scan", Duration.ofMinutes(1), clock);
  final FeedProblems problems = new FeedProblems(stores.facts(), clock);
  @Nullable RemoteException away;

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

  final DeskActivitiesImpl desk = desk();

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

  void link() {
    stores
        .links()
        .link(new LinkWanted(PAIR, "US-001", null, null, Side.D365, true, true, List.of()));
  }

  void park(String workflowId, String fingerprint) {
    Problem problem =
        new Problem(
            "Rejected", "The group X9 is unknown.", "Correct it.", fingerprint, null, false);
    ParkedWork work = new ParkedWork(workflowId, OBJECT.slug(), "usmf", workflowId, problem);
    stores.parked().park(work, clock.instant());
  }
}
