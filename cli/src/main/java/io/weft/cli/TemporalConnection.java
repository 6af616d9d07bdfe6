package io.weft.cli;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.common.SearchAttributeKey;
import io.weft.workflows.client.TemporalClient;
import io.weft.workflows.sync.Labels;
import io.weft.workflows.sync.TaskQueues;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The real one.
 *
 * <p>Source: https://docs.temporal.io/list-filter
 */
final class TemporalConnection implements Connection {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final TemporalClient temporal;

  private TemporalConnection(TemporalClient temporal) {
    this.temporal = temporal;
  }

  static Connection open(Map<String, String> environment) {
    return new TemporalConnection(TemporalClient.connect(environment, PATIENCE, List.of()));
  }

  @Override
  public WorkflowClient client() {
    return temporal.client();
  }

  @Override
  public String address() {
    return temporal.address();
  }

  @Override
  public List<Run> list(String query) {
    try {
      return temporal.client().listExecutions(query).map(TemporalConnection::run).toList();
    } catch (StatusRuntimeException e) {
      throw listFailure(e);
    }
  }

  @Override
  public int workers() {
    try {
      return temporal
          .stubs()
          .blockingStub()
          .withDeadlineAfter(PATIENCE)
          .describeTaskQueue(
              DescribeTaskQueueRequest.newBuilder()
                  .setNamespace(temporal.namespace())
                  .setTaskQueue(TaskQueue.newBuilder().setName(TaskQueues.LIVE))
                  .setTaskQueueType(TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW)
                  .build())
          .getPollersCount();
    } catch (StatusRuntimeException e) {
      return -1; // only to say more about a failure that is known already
    }
  }

  @Override
  public void close() {
    temporal.close();
  }

  private static Run run(WorkflowExecutionMetadata run) {
    return new Run(
        run.getExecution().getWorkflowId(),
        run.getWorkflowType(),
        label(run, Labels.SYNC_OBJECT),
        label(run, Labels.LEGAL_ENTITY),
        label(run, Labels.FAILURE),
        run.getStartTime(),
        run.getMemo(Labels.MEMO, String.class) instanceof String what ? what : null);
  }

  private static @Nullable String label(
      WorkflowExecutionMetadata run, SearchAttributeKey<String> key) {
    return run.getTypedSearchAttributes().get(key);
  }

  private static RuntimeException listFailure(StatusRuntimeException e) {
    Status.Code code = e.getStatus().getCode();
    if (code == Status.Code.INVALID_ARGUMENT) {
      return new CommandFailure(
          ExitCodes.FAILED,
          "Temporal cannot filter by Weft's search attributes ("
              + e.getStatus().getDescription()
              + "). Register them: 'temporal operator search-attribute create --name WeftState"
              + " --type Keyword', and the other Weft attributes likewise; or leave"
              + " --from-temporal out and ask a worker.",
          e);
    } else if (code == Status.Code.UNIMPLEMENTED) {
      return new CommandFailure(
          ExitCodes.FAILED,
          "This Temporal server cannot list workflows (the in-memory one cannot): leave"
              + " --from-temporal out and ask a worker.",
          e);
    }
    return e;
  }
}
