package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;

/** Many threads let go at once. */
abstract class ThreadsContract extends StoreContract {
  static final int THREADS = 16;

  final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stopThreads() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  /** Runs one task per thread, all let go at once. */
  <T> List<T> atOnce(int number, IntFunction<Callable<T>> task) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<T>> running = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Callable<T> own = task.apply(i);
      running.add(
          threads.submit(
              () -> {
                start.await();
                return own.call();
              }));
    }
    start.countDown();
    return results(running);
  }

  static <T> List<T> results(List<Future<T>> running) throws Exception {
    List<T> results = new ArrayList<>();
    for (Future<T> one : running) {
      try {
        results.add(one.get(60, TimeUnit.SECONDS));
      } catch (ExecutionException e) {
        throw new AssertionError("a thread failed", e.getCause());
      }
    }
    return results;
  }

  static String guid(int number) {
    return String.format("22222222-bbbb-4bbb-8bbb-%012d", number);
  }
}
