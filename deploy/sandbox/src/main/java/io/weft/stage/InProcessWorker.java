package io.weft.stage;

import io.weft.worker.RunningWorker;
import io.weft.worker.WeftWorker;

/** A worker in this process. */
public final class InProcessWorker implements StageWorker {
  private final RunningWorker worker;

  private InProcessWorker(RunningWorker worker) {
    this.worker = worker;
  }

  /** Starts one, as {@link StageWorker.Launcher} has it. */
  public static StageWorker start(Installation installation) {
    return new InProcessWorker(WeftWorker.start(installation.environment()));
  }

  @Override
  public String gateway() {
    return worker.gatewayUrl();
  }

  @Override
  public void close() {
    worker.close();
  }
}
