package io.weft.workflows.desk;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A question that only a worker can answer, so that the asker needs nothing but Temporal. */
@WorkflowInterface
public interface Enquiry {
  /** Asks one worker. */
  @WorkflowMethod
  Answer ask(Question question);
}
