package io.weft.worker;

import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.weft.activities.account.AccountActivitiesImpl;
import io.weft.activities.account.AccountCustomer;
import io.weft.activities.creatio.OwnContact;
import io.weft.activities.failure.FailureInterceptor;
import io.weft.activities.introduction.Introducer;
import io.weft.activities.introduction.IntroductionActivitiesImpl;
import io.weft.activities.object.Mode;
import io.weft.activities.parked.ParkActivitiesImpl;
import io.weft.activities.pass.Pass;
import io.weft.activities.poll.PollActivitiesImpl;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.sql.SqlStores;
import io.weft.workflows.account.AccountCustomerSyncImpl;
import io.weft.workflows.client.Labels;
import io.weft.workflows.client.Starts;
import io.weft.workflows.client.TemporalClient;
import io.weft.workflows.desk.EnquiryImpl;
import io.weft.workflows.introduction.IntroductionImpl;
import io.weft.workflows.poll.CreatioSweepImpl;
import io.weft.workflows.poll.LegalEntityPollerImpl;
import io.weft.workflows.sync.TaskQueues;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The two Temporal workers of this process: live work and bulk, with everything registered. */
final class Workers {
  private static final long SECONDS_PER_TURN = 300;

  private final WorkerFactory factory;

  private Workers(WorkerFactory factory) {
    this.factory = factory;
  }

  /** Builds and starts both workers. */
  static Workers start(
      WeftSettings settings,
      Systems systems,
      SqlStores stores,
      FrontDoor door,
      TemporalClient client,
      Supplier<Set<String>> searchAttributes,
      Clock clock) {
    FailureInterceptor failures =
        new FailureInterceptor(clock, () -> ThreadLocalRandom.current().nextDouble());
    WorkerFactory factory =
        WorkerFactory.newInstance(client.client(), Tuning.factory(List.of(failures)));
    AccountCustomer accounts =
        new AccountCustomer(settings, systems.creatio(), systems.d365(), stores.links(), clock);
    FeedPlan feeds = new FeedPlan(settings, systems, stores, accounts, door, clock);
    PollActivitiesImpl polling = feeds.activities();
    Worker live = factory.newWorker(TaskQueues.LIVE, Tuning.live());
    live.registerWorkflowImplementationTypes(
        AccountCustomerSyncImpl.class,
        IntroductionImpl.class,
        LegalEntityPollerImpl.class,
        CreatioSweepImpl.class,
        EnquiryImpl.class);
    DeskPlan desk = new DeskPlan(settings, systems, stores, accounts, door, clock);
    live.registerActivitiesImplementations(
        new AccountActivitiesImpl(pass(settings, systems, stores, clock), accounts, clock),
        new IntroductionActivitiesImpl(
            new Introducer(accounts, stores.links(), stores.hints()), door.runs(), clock),
        new ParkActivitiesImpl(stores.parked(), clock),
        desk.activities(feeds, searchAttributes),
        polling);
    Worker bulk = factory.newWorker(TaskQueues.LOAD, Tuning.bulk());
    bulk.registerActivitiesImplementations(polling);
    factory.start();
    return new Workers(factory);
  }

  private static Pass pass(
      WeftSettings settings, Systems systems, SqlStores stores, Clock clock) {
    OwnContact own =
        new OwnContact(systems.creatio(), settings.creatio().integrationContactId());
    return new Pass(
        stores.passes(), stores.links(), object -> object.mode() == Mode.WRITE, clock, own::is);
  }

  /** Starts what runs for as long as the installation lives; already running ones stay. */
  static void startPollers(WeftSettings settings, FeedPlan feeds, Starts starts) {
    feeds.followed().forEach(le -> starts.poller(le, SECONDS_PER_TURN));
    starts.sweep(FeedPlan.CREATIO, SECONDS_PER_TURN);
  }

  /** Lets activities finish within the limit, then ends them. */
  void stop(Duration limit) {
    factory.shutdown();
    factory.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
    factory.shutdownNow();
  }

  static List<String> labelNames() {
    return List.copyOf(Labels.names());
  }
}
