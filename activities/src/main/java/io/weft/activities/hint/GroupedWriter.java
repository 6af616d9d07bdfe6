package io.weft.activities.hint;

import io.weft.activities.store.Incoming;
import io.weft.activities.store.StoreException;
import io.weft.activities.store.StoredHint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Stores the hints of concurrent callers in one transaction, because a commit costs the same for
 * one hint as for a hundred. A caller waits until its own hints are committed. Where a group fails,
 * each caller's hints are tried by themselves, so that one cannot spoil the others'. Thread-safe.
 */
public final class GroupedWriter implements HintWriter, AutoCloseable {
  private static final int LARGEST_GROUP = 256;
  private static final int LONGEST_QUEUE = 4096;

  private final HintWriter inner;
  private final long patienceMillis;
  private final BlockingQueue<Job> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
  private final Thread thread;
  private volatile boolean closed;

  /**
   * A writer with a thread of its own.
   *
   * @param patienceMillis how long a caller waits before the store counts as unavailable
   */
  public GroupedWriter(HintWriter inner, long patienceMillis) {
    this.inner = inner;
    this.patienceMillis = patienceMillis;
    this.thread = new Thread(this::work, "hint-writer");
    thread.setDaemon(true);
    thread.start();
  }

  private record Job(List<Incoming> hints, CompletableFuture<List<StoredHint>> answer) {}

  @Override
  public List<StoredHint> accept(List<Incoming> hints) {
    Job job = new Job(hints, new CompletableFuture<>());
    if (closed || !queue.offer(job)) {
      throw unavailable("the queue for the store is " + (closed ? "closed" : "full"), null);
    }
    if (closed) {
      drainAsRefused(); // the thread may have gone between the check and the offer
    }
    return await(job);
  }

  /** Stores what is queued, then stops; later calls are refused. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(patienceMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    drainAsRefused();
  }

  private List<StoredHint> await(Job job) {
    try {
      return job.answer().get(patienceMillis, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw unavailable("the store took longer than " + patienceMillis + " ms", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("interrupted while waiting for the store", e);
    }
  }

  private void work() {
    while (!closed || !queue.isEmpty()) {
      try {
        Job first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          store(group(first));
        }
      } catch (InterruptedException e) {
        closed = true; // somebody ends the process: what is queued is still stored
      }
    }
  }

  private List<Job> group(Job first) {
    List<Job> group = new ArrayList<>();
    group.add(first);
    queue.drainTo(group, LARGEST_GROUP - 1);
    return group;
  }

  private void store(List<Job> group) {
    List<Incoming> all = new ArrayList<>();
    group.forEach(job -> all.addAll(job.hints()));
    try {
      hand(group, inner.accept(all));
    } catch (RuntimeException e) {
      if (group.size() == 1 || e instanceof StoreException.Unavailable) {
        group.forEach(job -> job.answer().completeExceptionally(e));
      } else {
        group.forEach(job -> store(List.of(job)));
      }
    }
  }

  private static void hand(List<Job> group, List<StoredHint> stored) {
    int from = 0;
    for (Job job : group) {
      int to = from + job.hints().size();
      job.answer().complete(List.copyOf(stored.subList(from, to)));
      from = to;
    }
  }

  private void drainAsRefused() {
    List<Job> rest = new ArrayList<>();
    queue.drainTo(rest);
    rest.forEach(
        job -> job.answer().completeExceptionally(unavailable("the store is closing", null)));
  }

  private static StoreException.Unavailable unavailable(String message, @Nullable Throwable cause) {
    return new StoreException.Unavailable(
        message, cause == null ? new IllegalStateException(message) : cause);
  }
}
