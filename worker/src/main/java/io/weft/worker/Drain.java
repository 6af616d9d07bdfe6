package io.weft.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The orderly end: first nothing new comes in, then what is under way ends, then what it stood on
 * is closed. Each step has its time; one that fails or takes longer does not keep the next from its
 * turn. Runs once, however often it is asked to. Thread-safe.
 */
public final class Drain {
  private static final Logger log = LoggerFactory.getLogger(Drain.class);

  private final List<Step> steps = new ArrayList<>();
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch done = new CountDownLatch(1);

  private record Step(String name, Duration limit, Action action) {}

  /** What a step does. */
  @FunctionalInterface
  public interface Action {
    void run() throws Exception;
  }

  /** Adds a step to the end. */
  public synchronized Drain then(String name, Duration limit, Action action) {
    steps.add(new Step(name, limit, action));
    return this;
  }

  /** Runs the steps when the process is asked to end (SIGTERM, SIGINT). */
  public void onShutdown() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::run, "drain"));
  }

  /** Runs the steps and returns when they are over; a second caller waits for the first. */
  public void run() {
    if (begun.compareAndSet(false, true)) {
      snapshot().forEach(Drain::run);
      log.info("Stopped");
      done.countDown();
    } else {
      await();
    }
  }

  /** Waits until the steps are over; returns early if the thread is interrupted. */
  public void await() {
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized List<Step> snapshot() {
    return List.copyOf(steps);
  }

  private static void run(Step step) {
    long began = System.nanoTime();
    Thread thread = new Thread(() -> attempt(step), "drain-" + step.name());
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(step.limit().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
    if (thread.isAlive()) {
      log.atWarn().addKeyValue("step", step.name()).addKeyValue("ms", took).log("Step left behind");
    } else {
      log.atInfo().addKeyValue("step", step.name()).addKeyValue("ms", took).log("Step done");
    }
  }

  @SuppressWarnings("CatchingUnchecked") // the end of the process goes on whatever happens
  private static void attempt(Step step) {
    try {
      step.action().run();
    } catch (Exception e) {
      log.atWarn().addKeyValue("step", step.name()).setCause(e).log("Step failed");
    }
  }
}
