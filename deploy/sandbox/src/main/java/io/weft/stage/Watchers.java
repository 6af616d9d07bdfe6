package io.weft.stage;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.client.WorkflowServiceException;
import io.weft.workflows.client.TemporalClient;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.sync.WorkflowIds;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The pollers and the sweep, which the worker starts and a server would keep for ever. */
final class Watchers {
  private static final List<LegalEntity> COMPANIES =
      List.of(new LegalEntity("usmf"), new LegalEntity("demf"), new LegalEntity("gbsi"));
  private static final String CREATIO = "creatio";

  private final TemporalClient client;
  private final TemporalSite site;

  Watchers(TemporalClient client, TemporalSite site) {
    this.client = client;
    this.site = site;
  }

  /** Two installations in one namespace would take each other's work. */
  void requireNobody() {
    for (String id : ids()) {
      if (!site.ours() && isOpen(id)) {
        throw new NotSeen(
            ("a Weft works in namespace '%s' of %s already (%s is open), and would mix with this one."
                    + " Set TEMPORAL_NAMESPACE to another, or end what was forgotten: temporal"
                    + " workflow terminate --workflow-id %s")
                .formatted(site.namespace(), site.address(), id, id));
      }
    }
  }

  /** On a server that goes on living nothing of ours stays behind. */
  void end() {
    if (site.ours()) {
      return;
    }
    for (String id : ids()) {
      try {
        client.client().newUntypedWorkflowStub(id).terminate("the sandbox is gone");
      } catch (WorkflowServiceException e) {
        // It never began, or has ended.
      }
    }
  }

  private boolean isOpen(String id) {
    try {
      return client
              .stubs()
              .blockingStub()
              .withDeadlineAfter(10, TimeUnit.SECONDS)
              .describeWorkflowExecution(
                  DescribeWorkflowExecutionRequest.newBuilder()
                      .setNamespace(site.namespace())
                      .setExecution(WorkflowExecution.newBuilder().setWorkflowId(id))
                      .build())
              .getWorkflowExecutionInfo()
              .getStatus()
          == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  private static List<String> ids() {
    List<String> ids = new ArrayList<>(COMPANIES.stream().map(WorkflowIds::poller).toList());
    ids.add(WorkflowIds.creatioSweep(CREATIO));
    return ids;
  }
}
