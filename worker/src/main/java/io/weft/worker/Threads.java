package io.weft.worker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of the process that are not Temporal's or the HTTP server's. */
public final class Threads {
  private static final int VIRTUAL_SINCE = 21;
  private static final int HAND_OVERS_AT_ONCE = 8;
  private static final int HAND_OVERS_WAITING = 2_000;

  private static final Logger log = LoggerFactory.getLogger(Threads.class);

  private Threads() {}

  /** Whether this Java has virtual threads; older ones throw when asked for them. */
  public static boolean virtual() {
    return Runtime.version().feature() >= VIRTUAL_SINCE;
  }

  /**
   * For telling workflows of hints: few threads, a bounded queue, and a refusal beyond it, because
   * whatever is refused is in the store.
   */
  public static ExecutorService handOver() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            HAND_OVERS_AT_ONCE,
            HAND_OVERS_AT_ONCE,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(HAND_OVERS_WAITING),
            named("hand-over"));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** One thread for work that may wait its turn. */
  static ExecutorService single(String name) {
    return Executors.newSingleThreadExecutor(named(name));
  }

  /** For what runs now and then. */
  public static ScheduledExecutorService scheduler() {
    return Executors.newSingleThreadScheduledExecutor(named("backlog"));
  }

  /** Lets what is queued end, for a while; what is left is interrupted. */
  static void end(ExecutorService threads, Duration limit) throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      List<Runnable> left = threads.shutdownNow();
      log.atInfo().addKeyValue("left", left.size()).log("Hints left to the backlog");
    }
  }

  /** Pauses this thread; returns early if it is interrupted. */
  static void rest(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ThreadFactory named(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
