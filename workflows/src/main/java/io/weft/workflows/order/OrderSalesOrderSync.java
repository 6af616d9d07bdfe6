package io.weft.workflows.order;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import io.weft.workflows.sync.SyncInput;

/** Carries a confirmed order of Creatio over to D365, line by line, and its fate back. */
@WorkflowInterface
public interface OrderSalesOrderSync {
  /** Runs until no hint and nothing parked is left; later hints start it again. */
  @WorkflowMethod
  void run(SyncInput input);
}
