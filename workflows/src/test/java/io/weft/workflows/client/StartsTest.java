package io.weft.workflows.client;

import static io.weft.workflows.World.PAIR;
import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.common.v1.Priority;
import io.temporal.api.history.v1.WorkflowExecutionStartedEventAttributes;
import io.weft.workflows.World;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.sync.Labels;
import io.weft.workflows.sync.WorkflowIds;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartsTest {
  private final World world = World.open();

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @CsvSource({"OPERATOR,1", "WEBHOOK,2", "EVENT,2", "POLLER,3", "SWEEP,4", "LOAD,5"})
  void peopleComeFirstAndLegalEntitiesAreServedFairly(Origin origin, int expected) {
    world.changed(origin);

    Priority priority = started(WorkflowIds.pair(PAIR)).getPriority();

    assertThat(priority.getPriorityKey()).isEqualTo(expected);
    assertThat(priority.getFairnessKey()).isEqualTo("usmf");
  }

  @Test
  void aStartCarriesItsLabelsItsSummaryAndNoTimeout() {
    world.changed(Origin.WEBHOOK);

    WorkflowExecutionStartedEventAttributes started = started(WorkflowIds.pair(PAIR));

    assertThat(started.getTaskQueue().getName()).isEqualTo("weft");
    assertThat(started.getWorkflowType().getName()).isEqualTo("AccountCustomerSync");
    assertThat(started.getSearchAttributes().getIndexedFieldsMap().keySet())
        .containsExactlyInAnyOrder(
            "WeftSyncObject", "WeftLegalEntity", "WeftState", "WeftOrigin", "WeftCreatioId");
    assertThat(started.getMemo().getFieldsMap()).containsKey(Labels.MEMO);
    // The in-memory server writes ten years where none was asked for.
    assertThat(started.getWorkflowExecutionTimeout().getSeconds())
        .matches(seconds -> seconds == 0 || seconds > Duration.ofDays(3000).toSeconds());
  }

  private WorkflowExecutionStartedEventAttributes started(String workflowId) {
    return world
        .client
        .fetchHistory(workflowId)
        .getEvents()
        .get(0)
        .getWorkflowExecutionStartedEventAttributes();
  }
}
