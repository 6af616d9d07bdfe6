package io.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributes;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.weft.workflows.client.LabelRegistration;
import io.weft.workflows.client.Payloads;
import io.weft.workflows.client.TemporalClient;
import io.weft.workflows.client.Visibility;
import io.weft.workflows.sync.Labels;
import io.weft.workflows.sync.TaskQueues;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * What the in-memory server cannot show: its own list of what is parked, and a queue that nobody
 * works on. Runs where {@code WEFT_TEST_TEMPORAL} names a server to which namespaces may be added.
 */
@EnabledIfEnvironmentVariable(named = "WEFT_TEST_TEMPORAL", matches = ".+")
class RealServerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String NAMESPACE = "weft-cli-test-" + UUID.randomUUID();
  private static final String KIND = "d365-update-rejected-5f3a90c1";

  @BeforeAll
  static void open() {
    WorkflowServiceStubs stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget(environment().get("TEMPORAL_ADDRESS"))
                .build());
    stubs
        .blockingStub()
        .registerNamespace(
            RegisterNamespaceRequest.newBuilder()
                .setNamespace(NAMESPACE)
                .setWorkflowExecutionRetentionPeriod(
                    com.google.protobuf.Duration.newBuilder().setSeconds(86400))
                .build());
    stubs.shutdownNow();
    await().atMost(PATIENCE).ignoreExceptions().until(RealServerIT::prepared);
  }

  @Test
  void whatIsParkedIsFoundAndToldWithoutAWorker() throws IOException {
    park("account-customer/usmf/a1", "usmf");
    park("account-customer/demf/b2", "demf");
    await().atMost(PATIENCE).until(() -> count() == 2);

    String one = run(ExitCodes.DONE, "parked", "list", "--from-temporal", "--legal-entity", "demf");
    String told =
        run(
            ExitCodes.DONE,
            "parked",
            "retry",
            "--from-temporal",
            "--fingerprint",
            KIND,
            "--reason",
            "r",
            "--yes");

    assertThat(one).contains(KIND + ": 1 record", "account-customer/demf/b2", "parked by a test");
    assertThat(told).contains("account-customer/usmf/a1  told", "account-customer/demf/b2  told");
  }

  @Test
  void withoutAWorkerItSaysSoInTime() {
    assertThat(run(ExitCodes.NO_ANSWER, "status", "--timeout", "2"))
        .contains("No worker answered within 2 s")
        .contains("no worker asks it for work there: start the Weft worker");
  }

  @Test
  void aMissingNamespaceIsNamed() {
    assertThat(run(ExitCodes.UNREACHABLE, "status", "--namespace", "no-such-place"))
        .contains("has no namespace 'no-such-place'", "--namespace NAME");
  }

  private static boolean prepared() {
    try (TemporalClient client = connect()) {
      return LabelRegistration.register(client.stubs(), NAMESPACE, PATIENCE) == Visibility.LABELLED;
    }
  }

  private static void park(String id, String legalEntity) {
    try (TemporalClient client = connect()) {
      WorkflowOptions options =
          WorkflowOptions.newBuilder()
              .setWorkflowId(id)
              .setTaskQueue(TaskQueues.LIVE)
              .setMemo(Map.of(Labels.MEMO, "parked by a test"))
              .setTypedSearchAttributes(
                  SearchAttributes.newBuilder()
                      .set(Labels.STATE, Labels.PARKED)
                      .set(Labels.SYNC_OBJECT, "account-customer")
                      .set(Labels.LEGAL_ENTITY, legalEntity)
                      .set(Labels.FAILURE, KIND)
                      .build())
              .build();
      WorkflowClient.start(client.client().newWorkflowStub(Patient.class, options)::waitForEver);
    }
  }

  private static int count() throws IOException {
    String json = run(ExitCodes.DONE, "parked", "list", "--from-temporal", "-o", "json");
    JsonNode list = Payloads.mapper().readTree(json);
    return list.get("count").asInt();
  }

  /** Returns what was written to both. */
  private static String run(int exitCode, String... arguments) {
    StringWriter written = new StringWriter();
    PrintWriter writer = new PrintWriter(written);
    int actual = Weft.run(Weft.Outside.embedded(environment(), writer, writer), arguments);
    assertThat(actual).as(written.toString()).isEqualTo(exitCode);
    return written.toString();
  }

  private static TemporalClient connect() {
    return TemporalClient.connect(environment(), PATIENCE, List.of());
  }

  private static Map<String, String> environment() {
    return Map.of(
        "TEMPORAL_ADDRESS", System.getenv("WEFT_TEST_TEMPORAL"), "TEMPORAL_NAMESPACE", NAMESPACE);
  }
}
