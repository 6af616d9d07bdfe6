package io.weft.worker;

import io.temporal.client.WorkflowServiceException;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.weft.activities.account.AccountActivitiesImpl;
import io.weft.activities.contact.ContactActivitiesImpl;
import io.weft.activities.contact.NewCustomers;
import io.weft.activities.contact.PrimaryContacts;
import io.weft.activities.creatio.OwnContact;
import io.weft.activities.failure.FailureInterceptor;
import io.weft.activities.introduction.Introducer;
import io.weft.activities.introduction.IntroductionActivitiesImpl;
import io.weft.activities.introduction.Notice;
import io.weft.activities.load.OpenReviews;
import io.weft.activities.object.Mode;
import io.weft.activities.order.OrderActivitiesImpl;
import io.weft.activities.parked.ParkActivitiesImpl;
import io.weft.activities.pass.Pass;
import io.weft.activities.pass.WriteGate;
import io.weft.activities.poll.PollActivitiesImpl;
import io.weft.activities.store.sql.SqlStores;
import io.weft.workflows.account.AccountActivities;
import io.weft.workflows.account.AccountCustomerSyncImpl;
import io.weft.workflows.client.Starts;
import io.weft.workflows.client.TemporalClient;
import io.weft.workflows.contact.ContactSyncImpl;
import io.weft.workflows.desk.EnquiryImpl;
import io.weft.workflows.introduction.IntroductionImpl;
import io.weft.workflows.load.InitialLoadImpl;
import io.weft.workflows.order.OrderSalesOrderSyncImpl;
import io.weft.workflows.poll.CreatioSweepImpl;
import io.weft.workflows.poll.LegalEntityPollerImpl;
import io.weft.workflows.sync.TaskQueues;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two Temporal workers of this process: live work and bulk, with everything registered. */
final class Workers {
  private static final Logger log = LoggerFactory.getLogger(Workers.class);
  private static final WriteGate GATE = object -> object.mode() == Mode.WRITE;
  private static final long SECONDS_PER_TURN = 300;
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  private final WorkerFactory factory;
  private final FeedPlan feeds;

  private Workers(WorkerFactory factory, FeedPlan feeds) {
    this.factory = factory;
    this.feeds = feeds;
  }

  /** Builds and starts both workers. */
  static Workers start(
      Ground ground, TemporalClient client, Supplier<Optional<Set<String>>> searchAttributes) {
    Clock clock = ground.clock();
    FailureInterceptor failures =
        new FailureInterceptor(clock, () -> ThreadLocalRandom.current().nextDouble());
    WorkerFactory factory =
        WorkerFactory.newInstance(client.client(), Tuning.factory(List.of(failures)));
    FeedPlan feeds = new FeedPlan(ground);
    PollActivitiesImpl polling = feeds.activities();
    Worker live = factory.newWorker(TaskQueues.LIVE, Tuning.live());
    live.registerWorkflowImplementationTypes(
        AccountCustomerSyncImpl.class,
        ContactSyncImpl.class,
        OrderSalesOrderSyncImpl.class,
        IntroductionImpl.class,
        LegalEntityPollerImpl.class,
        CreatioSweepImpl.class,
        InitialLoadImpl.class,
        EnquiryImpl.class);
    Pass pass = pass(ground);
    LoadPlan loads = new LoadPlan(ground, feeds, pass);
    live.registerActivitiesImplementations(
        accounts(ground, pass),
        contacts(ground, pass),
        introductions(ground),
        new ParkActivitiesImpl(ground.stores().parked(), ground.waiting(), clock),
        new DeskPlan(ground).activities(feeds, searchAttributes),
        loads.desk(),
        polling);
    ground
        .orders()
        .ifPresent(
            orders ->
                live.registerActivitiesImplementations(
                    new OrderActivitiesImpl(pass, orders, ground.stores().links(), clock)));
    Worker bulk = factory.newWorker(TaskQueues.LOAD, Tuning.bulk());
    bulk.registerActivitiesImplementations(polling, loads.activities());
    factory.start();
    return new Workers(factory, feeds);
  }

  private static Pass pass(Ground ground) {
    SqlStores stores = ground.stores();
    OwnContact own =
        new OwnContact(
            ground.systems().creatio(), ground.settings().creatio().integrationContactId());
    return new Pass(
        stores.passes(), stores.links(), GATE, ground.waiting(), ground.clock(), own::is);
  }

  private static AccountActivities accounts(Ground ground, Pass pass) {
    AccountActivities accounts = new AccountActivitiesImpl(pass, ground.plugs(), ground.clock());
    if (ground.contacts().isEmpty()) {
      return accounts;
    }
    NewCustomers.Book book =
        new NewCustomers.Book(
            ground.stores().links(), ground.stores().facts(), ground::tell, ground.door().runs());
    Systems systems = ground.systems();
    return new NewCustomers(accounts, systems.creatio(), systems.d365(), book, ground.clock());
  }

  private static ContactActivitiesImpl contacts(Ground ground, Pass pass) {
    SqlStores stores = ground.stores();
    PrimaryContacts primaries =
        new PrimaryContacts(
            ground.plugs(), stores.links(), stores.facts(), ground::tell, ground.clock());
    return new ContactActivitiesImpl(pass, ground.plugs(), primaries, ground.clock());
  }

  private static IntroductionActivitiesImpl introductions(Ground ground) {
    SqlStores stores = ground.stores();
    Introducer introducer =
        new Introducer(
            ground.plugs(),
            stores.links(),
            stores.hints(),
            ground.waiting(),
            new OpenReviews(LoadPlan.stores(stores)));
    Notice notice =
        new Notice(
            ground.plugs(), stores.tellings(), GATE, ground.settings().legalEntities().leading());
    return new IntroductionActivitiesImpl(introducer, notice, ground.door().runs(), ground.clock());
  }

  /**
   * Starts what runs for as long as the installation lives; already running ones stay. A server
   * that has just learnt our search attributes may refuse them for some seconds: tried until it
   * takes them.
   */
  void startPollers(Starts starts, BooleanSupplier stop) {
    while (!stop.getAsBoolean()) {
      try {
        feeds.followed().forEach(le -> starts.poller(le, SECONDS_PER_TURN));
        starts.sweep(FeedPlan.CREATIO, feeds.secondsPerSweep());
        return;
      } catch (WorkflowServiceException e) {
        log.atWarn()
            .addKeyValue("why", String.valueOf(e.getCause()))
            .log("Pollers cannot be started yet; trying again");
        Threads.rest(BETWEEN_TRIES);
      }
    }
  }

  /** Lets activities finish within the limit, then ends them. */
  void stop(Duration limit) {
    factory.shutdown();
    factory.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
    factory.shutdownNow();
  }
}
