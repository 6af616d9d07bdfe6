package io.weft.workflows.sync;

import io.temporal.workflow.ContinueAsNewOptions;
import io.temporal.workflow.Workflow;
import java.util.Map;

/**
 * How a run goes on as a new one. Search attributes carry over by themselves, the memo does not.
 */
public final class NextRun {
  private NextRun() {}

  /** Options that pass the memo on. */
  public static ContinueAsNewOptions options() {
    ContinueAsNewOptions.Builder options = ContinueAsNewOptions.newBuilder();
    if (Workflow.getMemo(Labels.MEMO, String.class) instanceof String what) {
      options.setMemo(Map.of(Labels.MEMO, what));
    }
    return options.build();
  }
}
