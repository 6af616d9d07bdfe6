package io.weft.workflows.poll;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;

/** What a poller and a sweep can be told and asked. */
@WorkflowInterface
public interface PollSignals {
  /** Stop reading until told otherwise; a running turn is broken off. Hints are kept. */
  @SignalMethod(description = "Stop reading until told otherwise.")
  void pause(PollOrder order);

  /** Go on reading, at once. */
  @SignalMethod(description = "Go on reading, at once.")
  void resume(PollOrder order);

  /** Forget how far the feeds were read: the next turn reads everything again. Harmless, slow. */
  @SignalMethod(description = "Forget how far the feeds were read: the next turn reads everything.")
  void reset(PollOrder order);

  /** How it stands. */
  @QueryMethod(description = "How it stands: state, feeds, trouble.")
  PollState state();
}
