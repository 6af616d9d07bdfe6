package io.weft.workflows.sync;

/** The two queues. Limits towards a remote system belong to its governor, not to a queue. */
public final class TaskQueues {
  /**
   * Workflows and live activities together, so that the server can hand an activity to the worker
   * in the same answer.
   */
  public static final String LIVE = "weft";

  /** Initial loads and sweeps, so that bulk never takes live slots. */
  public static final String LOAD = "weft-load";

  private TaskQueues() {}
}
