package io.weft.workflows.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.weft.workflows.World;
import io.weft.workflows.account.AccountCustomerSyncImpl;
import io.weft.workflows.contact.ContactSyncImpl;
import io.weft.workflows.desk.EnquiryImpl;
import io.weft.workflows.introduction.IntroductionImpl;
import io.weft.workflows.load.InitialLoadImpl;
import io.weft.workflows.order.OrderSalesOrderSyncImpl;
import io.weft.workflows.poll.CreatioSweepImpl;
import io.weft.workflows.poll.LegalEntityPollerImpl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs of every release must go on under today's code. */
class ReplayTest {
  private static final Path HISTORIES = Path.of("src/test/resources/histories");
  private static final Class<?>[] WORKFLOWS = {
    AccountCustomerSyncImpl.class,
    ContactSyncImpl.class,
    OrderSalesOrderSyncImpl.class,
    IntroductionImpl.class,
    LegalEntityPollerImpl.class,
    CreatioSweepImpl.class,
    InitialLoadImpl.class,
    EnquiryImpl.class
  };

  static List<Path> histories() throws IOException {
    try (Stream<Path> files = Files.walk(HISTORIES)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("histories")
  void replays(Path history) throws Exception {
    replay(Files.readString(history));
  }

  @Test
  void everyWorkflowHasAHistory() throws IOException {
    String all = "";
    for (Path history : histories()) {
      all += Files.readString(history).lines().limit(30).reduce("", String::concat);
    }

    assertThat(all)
        .contains("\"AccountCustomerSync\"")
        .contains("\"ContactSync\"")
        .contains("\"OrderSalesOrderSync\"")
        .contains("\"Introduction\"")
        .contains("\"LegalEntityPoller\"")
        .contains("\"CreatioSweep\"")
        .contains("\"InitialLoad\"")
        .contains("\"Enquiry\"");
  }

  @Test
  void aHistoryOfOtherCodeIsNoticed() throws IOException {
    String settled = Files.readString(HISTORIES.resolve("0.1/sync-settled.json"));

    assertThatThrownBy(() -> replay(settled.replace("\"ReconcileAccount\"", "\"OtherWork\"")))
        .hasMessageContaining("TMPRL1100");
  }

  private static void replay(String json) throws Exception {
    TestEnvironmentOptions options =
        TestEnvironmentOptions.newBuilder()
            .setWorkflowClientOptions(World.clientOptions("default"))
            .build();
    try (TestWorkflowEnvironment env = TestWorkflowEnvironment.newInstance(options)) {
      Worker worker = env.newWorker("replay");
      worker.registerWorkflowImplementationTypes(WORKFLOWS);
      WorkflowReplayer.replayWorkflowExecution(WorkflowExecutionHistory.fromJson(json), worker);
    }
  }
}
