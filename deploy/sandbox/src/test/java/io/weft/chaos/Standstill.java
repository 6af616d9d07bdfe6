package io.weft.chaos;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the open workflows wait for, as Temporal tells it: the reader of a failed run wants it. */
final class Standstill {
  private static final int EXAMPLES = 3;

  private final WorkflowServiceStubs stubs;
  private final Timestamp now = Timestamps.fromMillis(System.currentTimeMillis());
  private final Map<String, List<String>> groups = new TreeMap<>();

  private Standstill(WorkflowServiceStubs stubs) {
    this.stubs = stubs;
  }

  /**
   * One line for each kind of trouble, with how many have it, their attempts and next tries, and
   * some of them by name.
   */
  static String of(WorkflowServiceStubs stubs, String namespace, Set<String> workflows) {
    Standstill standstill = new Standstill(stubs);
    workflows.forEach(workflow -> standstill.describe(namespace, workflow));
    return standstill.groups.entrySet().stream()
        .map(group -> line(group.getKey(), group.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String line(String trouble, List<String> who) {
    List<String> some = who.subList(0, Math.min(EXAMPLES, who.size()));
    return who.size() + " x " + trouble + "\n      " + String.join("\n      ", some);
  }

  private void describe(String namespace, String workflow) {
    DescribeWorkflowExecutionRequest request =
        DescribeWorkflowExecutionRequest.newBuilder()
            .setNamespace(namespace)
            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflow))
            .build();
    DescribeWorkflowExecutionResponse about =
        stubs.blockingStub().describeWorkflowExecution(request);
    if (about.hasPendingWorkflowTask()) {
      add("a workflow task is " + about.getPendingWorkflowTask().getState(), workflow);
    }
    if (about.getPendingActivitiesCount() == 0 && !about.hasPendingWorkflowTask()) {
      add("nothing under way", workflow);
    }
    about.getPendingActivitiesList().forEach(activity -> add(workflow, activity));
  }

  private void add(String workflow, PendingActivityInfo activity) {
    Failure failure = activity.getLastFailure();
    String type = failure.getApplicationFailureInfo().getType();
    String trouble =
        String.format(
            "%s %s after %s: %s",
            activity.getActivityType().getName(),
            activity.getState().name().replace("PENDING_ACTIVITY_STATE_", ""),
            type.isEmpty() ? failure.getFailureInfoCase() : type,
            alike(failure.getMessage()));
    long next = seconds(activity.getNextAttemptScheduleTime());
    add(
        trouble,
        String.format(
            "%s: attempt %d, next in %d s, interval %d s, last begun %d s ago",
            workflow,
            activity.getAttempt(),
            next,
            activity.getCurrentRetryInterval().getSeconds(),
            -seconds(activity.getLastStartedTime())));
  }

  private long seconds(Timestamp moment) {
    return Timestamps.between(now, moment).getSeconds();
  }

  /** Without what tells one record from the other. */
  private static String alike(String message) {
    return message.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|HQ-\\S+|CRT-\\S+|[0-9]+", "#");
  }

  private void add(String trouble, String who) {
    groups.computeIfAbsent(trouble, t -> new ArrayList<>()).add(who);
  }
}
