package io.weft.workflows.introduction;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Introduces a record that was never seen before to its partner on the other side. */
@WorkflowInterface
public interface Introduction {
  /** Runs until the record is linked, left out or let go. */
  @WorkflowMethod
  void run(IntroductionInput input);
}
