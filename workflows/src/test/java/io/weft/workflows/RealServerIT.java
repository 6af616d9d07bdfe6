package io.weft.workflows;

import static io.weft.workflows.FakeAccounts.IN_STEP;
import static io.weft.workflows.FakeAccounts.WRONG_GROUP;
import static io.weft.workflows.World.PAIR;
import static io.weft.workflows.World.USMF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.weft.workflows.client.LabelRegistration;
import io.weft.workflows.client.TemporalClient;
import io.weft.workflows.client.Visibility;
import io.weft.workflows.desk.Desk.LoadVerb;
import io.weft.workflows.load.LoadChoices;
import io.weft.workflows.load.LoadChoices.Creation;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.load.LoadOrder;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.poll.PollOrder;
import io.weft.workflows.record.SyncObjectName;
import io.weft.workflows.sync.Labels;
import io.weft.workflows.sync.WorkflowIds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * What the in-memory server cannot show: lists by label, eager activities, the real counts of
 * events. Runs where {@code WEFT_TEST_TEMPORAL} names a server to which namespaces may be added.
 */
@EnabledIfEnvironmentVariable(named = RealServerIT.SERVER, matches = ".+")
class RealServerIT {
  static final String SERVER = "WEFT_TEST_TEMPORAL";

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String NAMESPACE = "weft-test-" + UUID.randomUUID();
  private static final String ID = WorkflowIds.pair(PAIR);
  private static @Nullable World world;

  @BeforeAll
  static void open() {
    String address = Objects.requireNonNull(System.getenv(SERVER));
    WorkflowServiceStubs stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
    stubs
        .blockingStub()
        .registerNamespace(
            RegisterNamespaceRequest.newBuilder()
                .setNamespace(NAMESPACE)
                .setWorkflowExecutionRetentionPeriod(
                    com.google.protobuf.Duration.newBuilder().setSeconds(86400))
                .build());
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> LabelRegistration.register(stubs, NAMESPACE, PATIENCE) == Visibility.LABELLED);
    world = World.on(address, NAMESPACE);
    world.accounts.always(request -> IN_STEP);
    world.changed(Origin.WEBHOOK);
    world.finish(world.pair());
  }

  @AfterAll
  static void close() {
    if (world != null) {
      world.polls.hang(false);
      world.loads.hang(false);
      world.close();
    }
  }

  @Test
  void aSteadyRunIsTwelveEventsAndAParkedOneIsFoundByItsLabels() {
    assertThat(world.events(ID)).isEqualTo(12);
    world.accounts.then(new PassOutcome.NeedsPerson(WRONG_GROUP, List.of()));
    world.changed(Origin.EVENT);
    String parked = "WeftState = 'Parked' AND WeftFailure = 'd365-update-rejected-0badf00d'";
    await().atMost(PATIENCE).until(() -> count(parked) == 1);
    assertThat(world.details(ID)).contains("unknown group 'X9'");

    world.desk.amend(ID, new Instruction.Amend("ann", "typo", Map.of("CustomerGroupId", "10")));
    world.finish(world.pair());

    await().atMost(PATIENCE).until(() -> count(parked) == 0);
    assertThat(world.label(ID, Labels.FAILURE)).isNull();
  }

  @Test
  void aPollerIsPausedAndGoesOn() {
    PollOrder order = new PollOrder("ann", "month-end");
    world.polls.hang(true);
    world.starts.poller(USMF, 600);
    await().atMost(PATIENCE).until(() -> world.polls.turns() == 1);

    world.desk.pausePoller(USMF, order);
    await().atMost(PATIENCE).until(() -> world.desk.poller(USMF).state().equals("Paused"));
    world.desk.resumePoller(USMF, order);
    await().atMost(PATIENCE).until(() -> world.polls.turns() == 2);

    assertThat(world.desk.poller(USMF).state()).isEqualTo("Following");
  }

  @Test
  void aLoadIsPausedInABatchAndBetweenTwoTriesOfOne() {
    LoadId load = new LoadId(SyncObjectName.ACCOUNT_CUSTOMER, USMF, 1);
    LoadOrder order = new LoadOrder("ann", "month-end");
    world.loads.hang(true);
    world.starts.load(load, false, new LoadChoices(Creation.NONE, "ask", null, false, "a", "b"));
    await().atMost(PATIENCE).until(() -> world.loads.batches() == 1);
    pauseAndResume(load, order);

    await().atMost(PATIENCE).until(() -> world.loads.batches() == 2);
    world.loads.beAway(true);
    world.loads.hang(false);
    await().atMost(PATIENCE).until(() -> world.loads.batches() >= 4);
    pauseAndResume(load, order);
    world.loads.beAway(false);
    world.finish(world.client.newUntypedWorkflowStub(load.path()));

    assertThat(world.loads.done()).startsWith("open").endsWith("close COMPLETED");
    await().atMost(PATIENCE).until(() -> count("WeftOrigin = 'load'") == 1);
  }

  private static void pauseAndResume(LoadId load, LoadOrder order) {
    world.desk.tellLoad(load, LoadVerb.PAUSE, order);
    await().atMost(PATIENCE).until(() -> world.desk.load(load).state().equals("Paused"));
    world.desk.tellLoad(load, LoadVerb.RESUME, order);
  }

  @Test
  void aMissingNamespaceIsNamed() {
    Map<String, String> settings =
        Map.of("TEMPORAL_ADDRESS", System.getenv(SERVER), "TEMPORAL_NAMESPACE", "no-such-place");

    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> TemporalClient.connect(settings, PATIENCE, List.of())))
        .hasMessageContaining("has no namespace 'no-such-place'");
  }

  private static long count(String query) {
    return world.client.countWorkflows(query).getCount();
  }
}
