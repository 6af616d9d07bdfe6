package io.weft.stage;

import io.weft.activities.account.AccountCustomer;
import io.weft.activities.contact.Contacts;
import io.weft.activities.contact.NewCustomers;
import io.weft.activities.contact.PrimaryContacts;
import io.weft.activities.creatio.OwnContact;
import io.weft.activities.desk.Newcomers;
import io.weft.activities.desk.PairPreview;
import io.weft.activities.desk.Previews;
import io.weft.activities.failure.TypedFailure;
import io.weft.activities.hint.Runs;
import io.weft.activities.hint.Waiting;
import io.weft.activities.introduction.Introducer;
import io.weft.activities.introduction.Notice;
import io.weft.activities.load.OpenReviews;
import io.weft.activities.object.AllObjects;
import io.weft.activities.object.Mode;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.order.Orders;
import io.weft.activities.pass.Attempt;
import io.weft.activities.pass.BatchPass;
import io.weft.activities.pass.Pass;
import io.weft.activities.pass.Rehearsal;
import io.weft.activities.secret.Secrets;
import io.weft.activities.settings.Source;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.Holder;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.StoredHint;
import io.weft.activities.store.sql.SqlStores;
import io.weft.sandbox.Sandbox;
import io.weft.sandbox.SandboxOptions;
import io.weft.worker.Stores;
import io.weft.worker.Systems;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.introduction.IntroductionOutcome;
import io.weft.workflows.introduction.IntroductionRequest;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of all sync objects on a sandbox and a store of their own, without Temporal: a test
 * says what a messenger has seen, and {@link #quiet} works until nothing is left to do.
 */
public final class ObjectStage implements AutoCloseable {
  private static final int MOST_STEPS = 300;
  private static final Duration TIME = Duration.ofSeconds(60);

  private final Sandbox sandbox;
  private final Control control;
  private final WeftSettings settings;
  private final Systems systems;
  private final Stores stores;
  private final Clock clock = Clock.systemUTC();
  private final Waiting waiting;
  private final Introducer introducer;
  private final Pass pass;
  private final SyncObjects objects;
  private final PrimaryContacts primaries;
  private final NewCustomers newCustomers;
  private final Set<RecordRef> newcomers = new LinkedHashSet<>();
  private final Set<PairId> pairs = new LinkedHashSet<>();
  private final Map<PairId, List<Instruction>> said = new LinkedHashMap<>();
  private final Map<PairId, PassOutcome> passed = new LinkedHashMap<>();
  private final Map<RecordRef, IntroductionOutcome> introduced = new LinkedHashMap<>();
  private @Nullable Orders orders;
  private final Notice notice;
  private Runnable beforeTheLastStep = () -> {};
  private int step;

  private ObjectStage(Sandbox sandbox, Path directory, UnaryOperator<String> settings) {
    this.sandbox = sandbox;
    this.control = new Control(sandbox.url());
    WeftSettings read = settings(sandbox, control, directory, settings);
    this.settings = read;
    this.systems = Systems.connect(read, clock);
    this.stores = Stores.open(read, clock);
    SqlStores all = stores.all();
    AccountCustomer accounts =
        new AccountCustomer(
            read, systems.creatio(), systems.d365(), all.links(), all.facts(), clock);
    this.objects = objects(read, accounts, all);
    this.waiting = new Waiting(all.waiters(), all.links(), all.parked(), runs(), clock);
    OpenReviews reviews = new OpenReviews(LoadStage.kept(all));
    this.introducer = new Introducer(objects, all.links(), all.hints(), waiting, reviews);
    this.notice =
        new Notice(
            objects, all.tellings(), o -> o.mode() == Mode.WRITE, read.legalEntities().leading());
    OwnContact own = new OwnContact(systems.creatio(), read.creatio().integrationContactId());
    this.pass =
        new Pass(all.passes(), all.links(), o -> o.mode() == Mode.WRITE, waiting, clock, own::is);
    this.primaries = new PrimaryContacts(objects, all.links(), all.facts(), this::tell, clock);
    this.newCustomers =
        new NewCustomers(
            this::noPass,
            systems.creatio(),
            systems.d365(),
            new NewCustomers.Book(all.links(), all.facts(), this::tell, runs()),
            clock);
  }

  /**
   * A sandbox, and settings for it.
   *
   * @param settings changes the text of the demo's {@code weft.yaml}
   */
  public static ObjectStage start(Path directory, UnaryOperator<String> settings) {
    return new ObjectStage(Sandbox.start(SandboxOptions.defaults()), directory, settings);
  }

  private static WeftSettings settings(
      Sandbox sandbox, Control control, Path directory, UnaryOperator<String> change) {
    Installation.Wishes wishes =
        new Installation.Wishes(0, Duration.ofSeconds(5), Duration.ofSeconds(60));
    Installation made = Installation.write(directory, sandbox.url(), control, wishes);
    try {
      Files.writeString(
          made.settings(), change.apply(accountsOnly(Files.readString(made.settings()))));
      return WeftSettings.read(
          Source.of(made.settings(), new Secrets(made.environment(), null), null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Contacts and orders are switched on by the tests that want them, each in its own way. */
  static String accountsOnly(String text) {
    return text.substring(0, text.indexOf("\norder:"))
        .replace("  contact:\n    mode: write\n", "")
        .replace("  order-sales-order:\n    mode: write\n", "");
  }

  private SyncObjects objects(WeftSettings read, AccountCustomer accounts, SqlStores all) {
    Map<SyncObjectName, SyncObjects> rooms = new EnumMap<>(SyncObjectName.class);
    rooms.put(SyncObjectName.ACCOUNT_CUSTOMER, accounts);
    if (Contacts.isOn(read)) {
      rooms.put(
          SyncObjectName.CONTACT,
          new Contacts(read, systems.creatio(), systems.d365(), all.links(), accounts, clock));
    }
    if (read.objects().active().contains(SyncObjectName.ORDER_SALES_ORDER)) {
      orders = orders(read, accounts, all);
      rooms.put(SyncObjectName.ORDER_SALES_ORDER, orders);
    }
    return new AllObjects(rooms);
  }

  private Orders orders(WeftSettings read, AccountCustomer accounts, SqlStores all) {
    return new Orders(read, systems.creatio(), systems.d365(), all.links(), accounts, clock);
  }

  private PassOutcome noPass(PassRequest request) {
    throw new IllegalStateException("the stage passes " + request.pair() + " itself");
  }

  /** The control addresses of the sandbox. */
  public Control control() {
    return control;
  }

  /** People at the screens of both systems. */
  public Users users() {
    return new Users(control);
  }

  /** The store. */
  public SqlStores stores() {
    return stores.all();
  }

  /** Many pairs in one go. */
  public List<BatchPass.BatchOutcome> batch(SyncObject object, List<PairId> all) {
    step++;
    return new BatchPass(pass).run(object, all, attempt());
  }

  /** Records that wait for one another. */
  public Waiting waiting() {
    return waiting;
  }

  /** The settings that the stage was built from. */
  public WeftSettings settings() {
    return settings;
  }

  /** The clients of both systems. */
  public Systems systems() {
    return systems;
  }

  /** The pass that the stage reconciles with. */
  public Pass pass() {
    return pass;
  }

  /** The plugs of all objects that are on. */
  public SyncObjects objects() {
    return objects;
  }

  /** A messenger has seen a change of these records. */
  public ObjectStage seen(RecordRef... records) {
    tell(List.of(records).stream().map(r -> Hint.of(r, Origin.EVENT, clock.instant())).toList());
    return this;
  }

  /** A messenger has seen that a record is gone. */
  public ObjectStage gone(RecordRef record) {
    tell(List.of(new Hint(record, Origin.SWEEP, clock.instant(), null, null, true)));
    return this;
  }

  /** Stores hints and tells the runs concerned; records held back for a load wait. */
  public void tell(List<Hint> hints) {
    for (StoredHint stored : stores().hints().accept(hints.stream().map(Incoming::of).toList())) {
      pairs.addAll(stored.pairs());
      RecordRef record = stored.hint().record();
      if (stored.unknown() && stores().loads().holdsBack(record.object(), record.legalEntity())) {
        continue; // untold: the backlog tells it once the load is closed
      }
      if (stored.unknown()) {
        newcomers.add(stored.hint().record());
      }
      stores().hints().delivered(stored);
    }
  }

  private Runs runs() {
    return new Runs() {
      @Override
      public void changed(PairId pair, Hint hint) {
        pairs.add(pair);
      }

      @Override
      public void introduce(Hint hint) {
        newcomers.add(hint.record());
      }
    };
  }

  /** An operator says something about a pair. */
  public ObjectStage said(PairId pair, Instruction instruction) {
    said.put(pair, List.of(instruction));
    pairs.add(pair);
    return this;
  }

  /** Tells what the store holds untold, as the backlog does. */
  public ObjectStage backlog() {
    for (StoredHint stored : stores().hints().waiting(Instant.EPOCH, 1000)) {
      pairs.addAll(stored.pairs());
      if (stored.unknown()) {
        newcomers.add(stored.hint().record());
      }
      stores().hints().delivered(stored);
    }
    return this;
  }

  /** What happens each time when an order's lines are in step and its totals are to be compared. */
  ObjectStage beforeTheLastStep(Runnable meanwhile) {
    beforeTheLastStep = meanwhile;
    return this;
  }

  /** Introduces and reconciles until nothing is left to do. */
  public ObjectStage quiet() {
    int most = step + MOST_STEPS;
    while (!newcomers.isEmpty() || !pairs.isEmpty()) {
      if (step++ > most) {
        throw new IllegalStateException("no rest for " + newcomers + " and " + pairs);
      }
      if (!newcomers.isEmpty()) {
        introduce(first(newcomers));
      } else {
        reconcile(first(pairs));
      }
    }
    return this;
  }

  private static <T> T first(Set<T> all) {
    T first = all.iterator().next();
    all.remove(first);
    return first;
  }

  private void introduce(RecordRef record) {
    try {
      IntroductionOutcome outcome =
          introducer.introduce(new IntroductionRequest(record, List.of()), attempt());
      notice.tell(record, outcome, attempt());
      introduced.put(record, outcome);
      if (outcome instanceof IntroductionOutcome.Introduced done) {
        pairs.addAll(done.pairs());
      }
    } catch (RuntimeException e) {
      again(e);
      newcomers.add(record);
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
      pairs.add(pair);
    }
  }

  private PassOutcome pass(PairId pair, List<Instruction> instructions) {
    PassRequest request = new PassRequest(pair, instructions);
    if (orders == null || pair.object() != SyncObjectName.ORDER_SALES_ORDER) {
      return pass.run(objects.of(pair), request, attempt());
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
      pairs.add(pair);
    }
    if (outcome instanceof PassOutcome.Ended ended && ended.successor() != null) {
      pairs.add(ended.successor());
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

  private Attempt attempt() {
    Instant end = clock.instant().plus(TIME);
    String id = "stage/" + step;
    return new Attempt(new Holder("stage", "run", id, end), end, clock, () -> {});
  }

  /** What {@code weft map preview} says of a record. */
  public Answer previewed(RecordRef record) {
    PairPreview pairs = new PairPreview(objects, new Rehearsal(stores().passes()), this::attempt);
    Newcomers others = new Newcomers(objects, stores().waiters(), clock);
    return new Previews(stores().links(), pairs, others)
        .answer(new Question.Preview(record.path()));
  }

  /** How the last pass of a pair ended. */
  public Optional<PassOutcome> passed(PairId pair) {
    return Optional.ofNullable(passed.get(pair));
  }

  /** How the last introduction of a record ended. */
  public Optional<IntroductionOutcome> introduced(RecordRef record) {
    return Optional.ofNullable(introduced.get(record));
  }

  @Override
  public void close() {
    stores.close();
    systems.close();
    sandbox.close();
  }
}
