package io.weft.workflows.sync;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Instruction;

/**
 * What every sync workflow and introduction can be told. A hint is always welcome; the five
 * instructions are an operator's and matter while the record waits for a person.
 */
@WorkflowInterface
public interface RecordSignals {
  /** The record may have changed. */
  @SignalMethod(description = "The record may have changed.")
  void changed(Hint hint);

  /** Try again as it is. */
  @SignalMethod(description = "Try again as it is.")
  void retry(Instruction.Retry retry);

  /** Write these values instead. */
  @SignalMethod(description = "Write these values instead.")
  void amend(Instruction.Amend amend);

  /** Link with this record of the other side. */
  @SignalMethod(description = "Link with this record of the other side.")
  void link(Instruction.Link link);

  /** Let this change go. */
  @SignalMethod(description = "Let this change go.")
  void discard(Instruction.Discard discard);

  /** Settle a conflict in favour of one side. */
  @SignalMethod(description = "Settle a conflict in favour of one side.")
  void choose(Instruction.Choose choose);
}
