package io.weft.workflows.contact;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import io.weft.workflows.sync.SyncInput;

/** Keeps one person in Creatio and the contact person of a customer in D365 in step, both ways. */
@WorkflowInterface
public interface ContactSync {
  /** Runs until no hint and nothing parked is left. */
  @WorkflowMethod
  void run(SyncInput input);
}
