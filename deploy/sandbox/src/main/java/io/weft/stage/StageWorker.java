package io.weft.stage;

/** A worker of Weft that runs. */
public interface StageWorker extends AutoCloseable {
  /** Where its gateway listens, without a slash at the end. */
  String gateway();

  @Override
  void close();

  /** How a worker is started for an installation. */
  interface Launcher {
    /** Returns once it takes hints; throws RuntimeException if it cannot start. */
    StageWorker start(Installation installation);
  }
}
