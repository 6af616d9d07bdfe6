package io.weft.activities.store.sql;

import io.weft.activities.store.Bulk;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Transactions on the one connection that may write, in a thread of its own. Those that come while
 * others are under way are stored by one commit after them, in the order they came: the disk is
 * waited for once. Of {@link Bulk}, whose transactions are long, one at most goes along with
 * others, behind them, and a few by themselves, so that live work does not wait for all of it. Each
 * is whole or nothing by itself, behind a savepoint, and nobody is told that his is stored before
 * it is. Thread-safe.
 */
final class SharedCommit implements Writing {
  /** More would only keep the first of them waiting. */
  private static final int MOST = 16;

  private static final int MOST_BULK = 4;

  private final Jdbi jdbi;
  private final long patienceMillis;
  private final Queue<SharedWork<?>> live = new ConcurrentLinkedQueue<>();
  private final Queue<SharedWork<?>> bulk = new ConcurrentLinkedQueue<>();
  private final ExecutorService writer;

  /**
   * Transactions that wait this long for their turn.
   *
   * @param jdbi gives the connection
   */
  SharedCommit(Jdbi jdbi, long patienceMillis) {
    this.jdbi = jdbi;
    this.patienceMillis = patienceMillis;
    this.writer =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work, "store-writer");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * {@inheritDoc}
   *
   * @throws SharedWork.NoTurn if its turn did not come in time; it will not be run then
   */
  @Override
  public <T> T run(Function<Handle, T> work) {
    SharedWork<T> own = new SharedWork<>(work);
    (Bulk.isUnderWay() ? bulk : live).add(own);
    try {
      writer.execute(this::storeSome);
    } catch (RejectedExecutionException e) {
      own.decide();
      throw new SharedWork.NoTurn("the store is closed");
    }
    return own.await(patienceMillis);
  }

  /** How many are not begun. */
  int waiting() {
    return live.size() + bulk.size();
  }

  /** Finds nothing to do where an earlier turn has taken it along. */
  private void storeSome() {
    List<SharedWork<?>> some = next();
    if (!some.isEmpty()) {
      store(some);
    }
  }

  private List<SharedWork<?>> next() {
    List<SharedWork<?>> some = next(live, MOST);
    some.addAll(next(bulk, some.isEmpty() ? MOST_BULK : 1));
    return some;
  }

  /** Without those that nobody waits for any more. */
  private static List<SharedWork<?>> next(Queue<SharedWork<?>> waiting, int most) {
    List<SharedWork<?>> some = new ArrayList<>();
    while (some.size() < most) {
      SharedWork<?> one = waiting.poll();
      if (one == null) {
        break;
      }
      if (one.decide()) {
        some.add(one);
      }
    }
    return some;
  }

  private void store(List<SharedWork<?>> some) {
    try {
      jdbi.useTransaction(handle -> run(handle, some));
      some.forEach(SharedWork::stored);
    } catch (RuntimeException | Error e) {
      some.forEach(work -> work.notStored(e));
    }
  }

  private static void run(Handle handle, List<SharedWork<?>> some) {
    if (some.size() == 1) {
      some.get(0).run(handle);
    } else {
      some.forEach(work -> work.runApart(handle));
    }
  }

  @Override
  public void close() {
    writer.shutdown();
    try {
      var unused = writer.awaitTermination(patienceMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
