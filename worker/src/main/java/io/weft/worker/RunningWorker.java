package io.weft.worker;

/** A worker that runs inside of another program. */
public final class RunningWorker implements AutoCloseable {
  private final int port;
  private final Drain drain;

  RunningWorker(int port, Drain drain) {
    this.port = port;
    this.drain = drain;
  }

  /** Where its gateway listens on this machine, without a slash at the end. */
  public String gatewayUrl() {
    return "http://127.0.0.1:" + port;
  }

  /** Takes nothing new, lets what is under way end, and returns. Safe to repeat. */
  @Override
  public void close() {
    drain.run();
  }
}
