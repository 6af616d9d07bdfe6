package io.weft.stage;

import io.weft.activities.contact.NewCustomers;
import io.weft.activities.contact.PrimaryContacts;
import io.weft.activities.creatio.OwnContact;
import io.weft.activities.failure.TypedFailure;
import io.weft.activities.hint.Waiting;
import io.weft.activities.introduction.Introducer;
import io.weft.activities.introduction.Notice;
import io.weft.activities.load.OpenReviews;
import io.weft.activities.object.Mode;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.order.Orders;
import io.weft.activities.pass.Attempt;
import io.weft.activities.pass.BatchPass;
import io.weft.activities.pass.Pass;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.Holder;
import io.weft.activities.store.ParkedStore;
import io.weft.activities.store.sql.SqlStores;
import io.weft.worker.Systems;
import io.weft.workflows.introduction.IntroductionOutcome;
import io.weft.workflows.introduction.IntroductionRequest;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import io.weft.workflows.sync.ParkActivities.ParkedWork;
import io.weft.workflows.sync.WorkflowIds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the runs of Temporal would do on a stage: introductions, passes and what follows them. */
final class StageRuns {
  private static final int MOST_STEPS = 300;
  private static final Duration TIME = Duration.ofSeconds(60);

  private final Clock clock;
  private final StageRooms rooms;
  private final StageQueue queue;
  private final Waiting waiting;
  private final Introducer introducer;
  private final Notice notice;
  private final ParkedStore parked;
  private final Pass pass;
  private final PrimaryContacts primaries;
  private final NewCustomers newCustomers;
  private final Map<PairId, List<Instruction>> said = new LinkedHashMap<>();
  private final Map<PairId, PassOutcome> passed = new LinkedHashMap<>();
  private final Map<RecordRef, IntroductionOutcome> introduced = new LinkedHashMap<>();
  private Runnable beforeTheLastStep = () -> {};
  private int step;

  StageRuns(WeftSettings settings, Systems systems, SqlStores all, Clock clock) {
    this.clock = clock;
    this.rooms = new StageRooms(settings, systems, all, clock);
    this.queue = new StageQueue(all);
    this.parked = all.parked();
    SyncObjects objects = rooms.all();
    this.waiting = new Waiting(all.waiters(), all.links(), all.parked(), queue, clock);
    OpenReviews reviews = new OpenReviews(LoadStage.kept(all));
    this.introducer = new Introducer(objects, all.links(), all.hints(), waiting, reviews);
    this.notice =
        new Notice(
            objects,
            all.tellings(),
            o -> o.mode() == Mode.WRITE,
            settings.legalEntities().leading());
    OwnContact own = new OwnContact(systems.creatio(), settings.creatio().integrationContactId());
    this.pass =
        new Pass(all.passes(), all.links(), o -> o.mode() == Mode.WRITE, waiting, clock, own::is);
    this.primaries = new PrimaryContacts(objects, all.links(), all.facts(), queue::tell, clock);
    this.newCustomers =
        new NewCustomers(
            StageRuns::noPass,
            systems.creatio(),
            systems.d365(),
            new NewCustomers.Book(all.links(), all.facts(), queue::tell, queue),
            clock);
  }

  private static PassOutcome noPass(PassRequest request) {
    throw new IllegalStateException("the stage passes " + request.pair() + " itself");
  }

  StageQueue queue() {
    return queue;
  }

  Waiting waiting() {
    return waiting;
  }

  Pass pass() {
    return pass;
  }

  SyncObjects objects() {
    return rooms.all();
  }

  void said(PairId pair, Instruction instruction) {
    said.put(pair, List.of(instruction));
    queue.add(pair);
  }

  void beforeTheLastStep(Runnable meanwhile) {
    beforeTheLastStep = meanwhile;
  }

  List<BatchPass.BatchOutcome> batch(SyncObject object, List<PairId> all) {
    step++;
    return new BatchPass(pass).run(object, all, attempt());
  }

  /** Introduces and reconciles until nothing is left to do. */
  void quiet() {
    int most = step + MOST_STEPS;
    while (!queue.isEmpty()) {
      if (step++ > most) {
        throw new IllegalStateException("no rest for " + queue);
      }
      queue
          .newcomer()
          .ifPresentOrElse(this::introduce, () -> queue.pair().ifPresent(this::reconcile));
    }
  }

  private void introduce(RecordRef record) {
    try {
      IntroductionOutcome outcome =
          introducer.introduce(new IntroductionRequest(record, List.of()), attempt());
      notice.tell(record, outcome, attempt());
      introduced.put(record, outcome);
      park(record, outcome);
      if (outcome instanceof IntroductionOutcome.Introduced done) {
        done.pairs().forEach(queue::add);
      }
    } catch (RuntimeException e) {
      again(e);
      queue.add(record);
    }
  }

  private void park(RecordRef record, IntroductionOutcome outcome) {
    String workflow = WorkflowIds.introduction(record);
    if (outcome instanceof IntroductionOutcome.NeedsPerson needs) {
      String object = record.object().slug();
      parked.park(
          new ParkedWork(workflow, object, null, record.path(), needs.problem()), clock.instant());
    } else {
      parked.close(workflow);
    }
  }

  private void reconcile(PairId pair) {
    try {
      PassOutcome outcome = pass(pair, said.getOrDefault(pair, List.of()));
      said.remove(pair);
      passed.put(pair, outcome);
      follow(pair, outcome);
    } catch (RuntimeException e) {
      again(e);
      queue.add(pair);
    }
  }

  private PassOutcome pass(PairId pair, List<Instruction> instructions) {
    PassRequest request = new PassRequest(pair, instructions);
    Orders orders = rooms.orders();
    if (orders == null || pair.object() != SyncObjectName.ORDER_SALES_ORDER) {
      return pass.run(rooms.all().of(pair), request, attempt());
    }
    PassOutcome placed = pass.step(orders.of(pair), request, attempt());
    if (!(placed instanceof PassOutcome.Stepped first)) {
      return placed;
    }
    PassRequest then = request.after(first.progress());
    PassOutcome lines = pass.step(orders.lines(pair.legalEntity()), then, attempt());
    beforeTheLastStep.run();
    return lines instanceof PassOutcome.Stepped second
        ? pass.run(orders.totals(pair.legalEntity()), request.after(second.progress()), attempt())
        : lines;
  }

  private void follow(PairId pair, PassOutcome outcome) {
    if (outcome instanceof PassOutcome.Settled settled && settled.more()) {
      queue.add(pair);
    }
    if (outcome instanceof PassOutcome.Ended ended && ended.successor() != null) {
      queue.add(ended.successor());
    }
    if (pair.object() == SyncObjectName.CONTACT) {
      primaries.tell(pair);
    } else if (pair.object() == SyncObjectName.ACCOUNT_CUSTOMER) {
      newCustomers.tellContacts(pair);
    }
  }

  /** What Temporal would try again is tried again; anything else fails the test. */
  private static void again(RuntimeException e) {
    if (!(e instanceof TypedFailure)) {
      throw e;
    }
  }

  Attempt attempt() {
    Instant end = clock.instant().plus(TIME);
    String id = "stage/" + step;
    return new Attempt(new Holder("stage", "run", id, end), end, clock, () -> {});
  }

  Optional<PassOutcome> passed(PairId pair) {
    return Optional.ofNullable(passed.get(pair));
  }

  Optional<IntroductionOutcome> introduced(RecordRef record) {
    return Optional.ofNullable(introduced.get(record));
  }
}
