package io.weft.stage;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end things in order: the thread that put everything up is interrupted, and the
 * process waits until it has taken everything down. To be opened before everything else.
 */
public final class Ending implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 40;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;

  private Ending(Thread worker) {
    hook = new Thread(() -> end(worker), "ending");
  }

  /** Watches over the calling thread. */
  public static Ending ofThisThread() {
    Ending ending = new Ending(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(ending.hook);
    return ending;
  }

  private void end(Thread worker) {
    worker.interrupt();
    try {
      if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("Something did not end in time and is left behind.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything is down. */
  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, by way of the hook.
    }
  }
}
