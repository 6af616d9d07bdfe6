package io.weft.workflows;

import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SearchAttributeKey;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import io.weft.workflows.account.AccountCustomerSyncImpl;
import io.weft.workflows.client.Payloads;
import io.weft.workflows.client.Starts;
import io.weft.workflows.client.Visibility;
import io.weft.workflows.contact.ContactSyncImpl;
import io.weft.workflows.desk.Desk;
import io.weft.workflows.desk.EnquiryImpl;
import io.weft.workflows.introduction.IntroductionImpl;
import io.weft.workflows.load.InitialLoadImpl;
import io.weft.workflows.order.OrderSalesOrderSyncImpl;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.poll.CreatioSweepImpl;
import io.weft.workflows.poll.LegalEntityPollerImpl;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import io.weft.workflows.sync.Labels;
import io.weft.workflows.sync.TaskQueues;
import io.weft.workflows.sync.WorkflowIds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** All workflows on an in-memory server that skips time, with fakes for all activities. */
public final class World implements AutoCloseable {
  public static final LegalEntity USMF = new LegalEntity("usmf");
  public static final String ACCOUNT = "6f1c0e7a-0000-4000-8000-00000000a001";
  public static final PairId PAIR = new PairId(SyncObjectName.ACCOUNT_CUSTOMER, USMF, ACCOUNT);
  public static final RecordRef RECORD =
      RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, ACCOUNT);

  public static final PairId CONTACT =
      new PairId(SyncObjectName.CONTACT, USMF, "6f1c0e7a-0000-4000-8000-00000000c001");
  public static final PairId ORDER =
      new PairId(SyncObjectName.ORDER_SALES_ORDER, USMF, "6f1c0e7a-0000-4000-8000-00000000f001");

  public final FakeAccounts accounts = new FakeAccounts();
  public final FakePasses passes = new FakePasses();
  public final FakeIntroductions introductions = new FakeIntroductions();
  public final FakeParking parking = new FakeParking();
  public final FakePolls polls = new FakePolls();
  public final FakeLoads loads = new FakeLoads();
  public final FakeDesk deskActivities = new FakeDesk();
  public final FakeLoadDesk loadDesk = new FakeLoadDesk();
  public final TestWorkflowEnvironment env;
  public final WorkflowClient client;
  public final Starts starts;
  public final Desk desk;

  private World(TestWorkflowEnvironment env, Visibility visibility) {
    this.env = env;
    this.client = env.getWorkflowClient();
    this.starts = new Starts(client, visibility);
    this.desk = new Desk(client);
  }

  /** A started world whose server knows our search attributes. */
  public static World open() {
    return open(Visibility.LABELLED);
  }

  /** A started world; a plain one has not registered any search attribute. */
  public static World open(Visibility visibility) {
    TestWorkflowEnvironment env =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(clientOptions("default"))
                .build());
    if (visibility == Visibility.LABELLED) {
      Labels.ALL.forEach(
          key ->
              env.registerSearchAttribute(
                  key.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
    }
    return start(env, visibility);
  }

  /** The same on a real server, in a namespace that has our search attributes. */
  public static World on(String address, String namespace) {
    return start(
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setUseExternalService(true)
                .setTarget(address)
                .setWorkflowClientOptions(clientOptions(namespace))
                .build()),
        Visibility.LABELLED);
  }

  private static World start(TestWorkflowEnvironment env, Visibility visibility) {
    World world = new World(env, visibility);
    world.work(TaskQueues.LIVE);
    world.work(TaskQueues.LOAD);
    env.start();
    return world;
  }

  /** How every client here speaks. */
  public static WorkflowClientOptions clientOptions(String namespace) {
    return WorkflowClientOptions.newBuilder()
        .setNamespace(namespace)
        .setDataConverter(Payloads.converter(List.of()))
        .setIdentity("world") // recorded histories name no machine
        .build();
  }

  private void work(String queue) {
    WorkerOptions quick =
        WorkerOptions.newBuilder().setMaxHeartbeatThrottleInterval(Duration.ofMillis(50)).build();
    Worker worker = env.newWorker(queue, quick);
    worker.registerWorkflowImplementationTypes(
        AccountCustomerSyncImpl.class,
        ContactSyncImpl.class,
        OrderSalesOrderSyncImpl.class,
        IntroductionImpl.class,
        LegalEntityPollerImpl.class,
        CreatioSweepImpl.class,
        InitialLoadImpl.class,
        EnquiryImpl.class);
    worker.registerActivitiesImplementations(
        accounts, passes, introductions, parking, polls, loads, deskActivities, loadDesk);
  }

  /** A hint about the account, from this origin. */
  public Hint hint(Origin origin) {
    return Hint.of(RECORD, origin, Instant.ofEpochMilli(env.currentTimeMillis()));
  }

  /** Tells the pair's workflow that it may have changed. */
  public void changed(Origin origin) {
    starts.changed(PAIR, hint(origin));
  }

  /** Tells a pair's workflow that its Creatio record may have changed. */
  public void changed(PairId pair, Origin origin) {
    RecordRef record = RecordRef.creatio(pair.object(), pair.key());
    starts.changed(pair, Hint.of(record, origin, Instant.ofEpochMilli(env.currentTimeMillis())));
  }

  /** The open or last run of the pair. */
  public WorkflowStub pair() {
    return run(PAIR);
  }

  /** The open or last run of a pair. */
  public WorkflowStub run(PairId pair) {
    return client.newUntypedWorkflowStub(WorkflowIds.pair(pair));
  }

  /** Waits until the run has come to its end. */
  public void finish(WorkflowStub run) {
    run.getResult(Void.class);
  }

  /** Lets time pass; what can happen in it happens. */
  public void pass(Duration time) {
    env.sleep(time);
  }

  /** Events in the newest run. */
  public int events(String workflowId) {
    return client.fetchHistory(workflowId).getEvents().size();
  }

  /** A label of the newest run. */
  public String label(String workflowId, SearchAttributeKey<String> key) {
    return client.newUntypedWorkflowStub(workflowId).describe().getTypedSearchAttributes().get(key);
  }

  /** What the page of the newest run says. */
  public String details(String workflowId) {
    return client
        .newUntypedWorkflowStub(workflowId)
        .query("__temporal_workflow_metadata", WorkflowMetadata.class)
        .getCurrentDetails();
  }

  @Override
  public void close() {
    env.close();
  }
}
