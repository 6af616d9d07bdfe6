package io.weft.workflows.client;

import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.Priority;
import io.temporal.common.SearchAttributes;
import io.weft.workflows.introduction.Introduction;
import io.weft.workflows.introduction.IntroductionInput;
import io.weft.workflows.load.InitialLoad;
import io.weft.workflows.load.LoadChoices;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.poll.CreatioSweep;
import io.weft.workflows.poll.LegalEntityPoller;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.sync.Labels;
import io.weft.workflows.sync.SyncInput;
import io.weft.workflows.sync.TaskQueues;
import io.weft.workflows.sync.WorkflowIds;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The only place that starts our workflows: ids, queue, priority, labels. Every method may be
 * called again at will: one run per id is open at a time, and another hint for it is only a hint.
 *
 * <p>All of them throw {@link io.temporal.client.WorkflowServiceException} or an {@link
 * io.grpc.StatusRuntimeException} when Temporal is away; the hint is in the store and is handed
 * over later. Safe for use by several threads.
 */
public final class Starts {
  private final WorkflowClient client;
  private final Visibility visibility;

  public Starts(WorkflowClient client, Visibility visibility) {
    this.client = client;
    this.visibility = visibility;
  }

  /** Tells the workflow of a pair that it may have changed, starting it if none is open. */
  public void changed(PairId pair, Hint hint) {
    WorkflowOptions.Builder options =
        options(WorkflowIds.pair(pair), Labels.summary(pair, hint.origin()))
            .setPriority(priority(hint.origin(), pair.legalEntity()));
    label(options, Labels.of(pair, hint.record(), hint.origin()));
    signalWithStart(
        pair.object().workflowType(), options.build(), hint, SyncInput.start(pair, hint.origin()));
  }

  /**
   * Starts the introduction of a record that is not linked, or tells the open one to look again.
   */
  public void introduce(RecordRef record, Hint hint) {
    WorkflowOptions.Builder options =
        options(WorkflowIds.introduction(record), Labels.summary(record, hint.origin()))
            .setPriority(priority(hint.origin(), record.legalEntity()));
    label(options, Labels.of(record, hint.origin()));
    signalWithStart(
        Introduction.class.getSimpleName(),
        options.build(),
        hint,
        IntroductionInput.start(record, hint.origin()));
  }

  /** Starts the poller of a legal entity; an open one goes on as it is. */
  public void poller(LegalEntity legalEntity, long secondsPerTurn) {
    WorkflowOptions.Builder options =
        options(
                WorkflowIds.poller(legalEntity),
                "Follows the changes of " + legalEntity + " in D365")
            .setPriority(priority(Origin.POLLER, legalEntity))
            .setWorkflowIdConflictPolicy(
                WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING);
    label(options, Labels.watcher(legalEntity));
    LegalEntityPoller poller = client.newWorkflowStub(LegalEntityPoller.class, options.build());
    WorkflowClient.start(
        poller::follow, LegalEntityPoller.Input.start(legalEntity, secondsPerTurn));
  }

  /** Starts the sweep of a Creatio connection; an open one goes on as it is. */
  public void sweep(String connection, long secondsPerTurn) {
    WorkflowOptions.Builder options =
        options(WorkflowIds.creatioSweep(connection), "Sweeps Creatio for what nobody told us of")
            .setPriority(priority(Origin.SWEEP, null))
            .setWorkflowIdConflictPolicy(
                WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING);
    label(options, Labels.watcher(null));
    CreatioSweep sweep = client.newWorkflowStub(CreatioSweep.class, options.build());
    WorkflowClient.start(sweep::sweep, CreatioSweep.Input.start(connection, secondsPerTurn));
  }

  /**
   * Starts a load or a plan. A number is used once: throws {@link
   * io.temporal.client.WorkflowExecutionAlreadyStarted} if it was taken, and the next one may do.
   */
  public void load(LoadId load, boolean planOnly, LoadChoices choices) {
    load(load, planOnly, choices, WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE);
  }

  /**
   * Starts a load whose run was ended in Temporal while the load itself is open: it goes on where
   * the store says. Throws {@link io.temporal.client.WorkflowExecutionAlreadyStarted} if it runs.
   */
  public void loadAgain(LoadId load, boolean planOnly, LoadChoices choices) {
    load(load, planOnly, choices, WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE);
  }

  private void load(
      LoadId load, boolean planOnly, LoadChoices choices, WorkflowIdReusePolicy reuse) {
    String id = WorkflowIds.load(load.object(), load.legalEntity(), load.number());
    WorkflowOptions.Builder options =
        options(id, Labels.loadSummary(load.object(), load.legalEntity(), planOnly))
            .setPriority(priority(Origin.LOAD, load.legalEntity()))
            .setWorkflowIdReusePolicy(reuse);
    label(options, Labels.load(load.object(), load.legalEntity()));
    InitialLoad stub = client.newWorkflowStub(InitialLoad.class, options.build());
    WorkflowClient.start(stub::run, new InitialLoad.Input(load, planOnly, choices, null));
  }

  private void signalWithStart(String type, WorkflowOptions options, Hint hint, Object input) {
    client
        .newUntypedWorkflowStub(type, options)
        .signalWithStart("changed", new Object[] {hint}, new Object[] {input});
  }

  private static WorkflowOptions.Builder options(String id, String summary) {
    // No timeouts: a run that a person may have to rescue must never end by itself.
    return WorkflowOptions.newBuilder()
        .setWorkflowId(id)
        .setTaskQueue(TaskQueues.LIVE)
        .setStaticSummary(summary)
        .setMemo(Map.of(Labels.MEMO, summary));
  }

  private void label(WorkflowOptions.Builder options, SearchAttributes labels) {
    if (visibility == Visibility.LABELLED) {
      options.setTypedSearchAttributes(labels);
    }
  }

  /** People first, then what happens now, then what is searched for; fair between entities. */
  private static Priority priority(Origin origin, @Nullable LegalEntity legalEntity) {
    int key =
        switch (origin) {
          case OPERATOR -> 1;
          case WEBHOOK, EVENT, PASS, RELEASE -> 2;
          case POLLER -> 3;
          case SWEEP -> 4;
          case LOAD -> 5;
        };
    Priority.Builder priority = Priority.newBuilder().setPriorityKey(key);
    if (legalEntity != null) {
      priority.setFairnessKey(legalEntity.id());
    }
    return priority.build();
  }
}
