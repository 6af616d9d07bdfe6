package io.weft.workflows.account;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import io.weft.workflows.sync.ActivityProfiles;
import io.weft.workflows.sync.SyncInput;
import io.weft.workflows.sync.SyncLoop;

/**
 * One run brings an account and its customer in step, and again while hints come in. A record is
 * one activity: each attempt reads both sides anew, so nothing is carried from one to the next.
 */
public final class AccountCustomerSyncImpl implements AccountCustomerSync {
  private final AccountActivities accounts =
      Workflow.newActivityStub(
          AccountActivities.class,
          ActivityProfiles.named(
              ActivityProfiles.WRITE, "Bring the account and its customer in step"));
  private final SyncLoop loop;

  @WorkflowInit
  public AccountCustomerSyncImpl(SyncInput input) {
    loop = new SyncLoop(input);
  }

  @Override
  public void run(SyncInput input) {
    loop.untilQuiet(accounts::reconcileAccount);
  }
}
