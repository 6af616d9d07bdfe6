package io.weft.workflows.sync;

import static io.weft.workflows.World.PAIR;
import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkflowImplementationOptions;
import io.weft.workflows.FakeAccounts;
import io.weft.workflows.FakeParking;
import io.weft.workflows.World;
import io.weft.workflows.account.AccountCustomerSync;
import io.weft.workflows.account.AccountCustomerSyncImpl;
import io.weft.workflows.pass.Origin;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActivityProfilesTest {
  @Test
  void anInstallationMayOverrideTheLimitsOfAType() {
    FakeAccounts accounts = new FakeAccounts();
    accounts.always(
        request -> {
          throw ApplicationFailure.newFailure("away", "Unavailable");
        });
    ActivityOptions twice =
        ActivityOptions.newBuilder()
            .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(2).build())
            .build();
    try (TestWorkflowEnvironment env = TestWorkflowEnvironment.newInstance(options())) {
      Worker worker = env.newWorker(TaskQueues.LIVE);
      worker.registerWorkflowImplementationTypes(
          WorkflowImplementationOptions.newBuilder()
              .setActivityOptions(Map.of("ReconcileAccount", twice))
              .build(),
          AccountCustomerSyncImpl.class);
      FakeParking parking = new FakeParking();
      worker.registerActivitiesImplementations(accounts, parking);
      env.start();

      WorkflowOptions start =
          WorkflowOptions.newBuilder().setWorkflowId("x").setTaskQueue(TaskQueues.LIVE).build();
      AccountCustomerSync sync =
          env.getWorkflowClient().newWorkflowStub(AccountCustomerSync.class, start);
      WorkflowClient.start(sync::run, SyncInput.start(PAIR, Origin.EVENT));
      env.sleep(Duration.ofMinutes(10));

      assertThat(accounts.requests()).hasSize(2);
      assertThat(parking.parked()).hasSize(1);
    }
  }

  private static TestEnvironmentOptions options() {
    return TestEnvironmentOptions.newBuilder()
        .setWorkflowClientOptions(World.clientOptions("default"))
        .build();
  }
}
