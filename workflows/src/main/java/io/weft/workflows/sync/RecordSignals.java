package io.weft.workflows.sync;

import io.temporal.workflow.SignalMethod;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Instruction;

/**
 * What every sync workflow and introduction can be told. A hint is always welcome; the five
 * instructions are an operator's and matter while the record waits for a person.
 */
public interface RecordSignals {
  /** The record may have changed. */
  @SignalMethod
  void changed(Hint hint);

  /** Try again as it is. */
  @SignalMethod
  void retry(Instruction.Retry retry);

  /** Write these values instead. */
  @SignalMethod
  void amend(Instruction.Amend amend);

  /** Link with this record of the other side. */
  @SignalMethod
  void link(Instruction.Link link);

  /** Let this change go. */
  @SignalMethod
  void discard(Instruction.Discard discard);

  /** Settle a conflict in favour of one side. */
  @SignalMethod
  void choose(Instruction.Choose choose);
}
