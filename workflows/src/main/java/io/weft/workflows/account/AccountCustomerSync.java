package io.weft.workflows.account;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import io.weft.workflows.sync.SyncInput;

/** Keeps one account in Creatio and its customer in one legal entity of D365 in step, both ways. */
@WorkflowInterface
public interface AccountCustomerSync {
  /** Runs until no hint and nothing parked is left. */
  @WorkflowMethod
  void run(SyncInput input);
}
