package io.weft.cli;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A run that waits: its history shows what it was told. */
@WorkflowInterface
public interface Patient {
  @WorkflowMethod
  void waitForEver();
}
