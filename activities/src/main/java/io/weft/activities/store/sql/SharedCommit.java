package io.weft.activities.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Transactions on the one connection that may write. Those that come while another is under way are
 * stored by one commit when it is over, in the order they came: the disk is waited for once. Each
 * is whole or nothing by itself, behind a savepoint, and nobody is told that his is stored before
 * it is. Thread-safe.
 */
final class SharedCommit {
  /** More would only keep the first of them waiting. */
  private static final int MOST = 16;

  private final Jdbi jdbi;
  private final long patienceMillis;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Queue<SharedWork<?>> waiting = new ConcurrentLinkedQueue<>();

  /**
   * Transactions that wait this long for their turn.
   *
   * @param jdbi gives the connection
   */
  SharedCommit(Jdbi jdbi, long patienceMillis) {
    this.jdbi = jdbi;
    this.patienceMillis = patienceMillis;
  }

  /**
   * Runs one transaction, perhaps in another thread that is just at it; returns when it is stored.
   *
   * @throws RuntimeException what the work threw, or what kept it from being stored
   */
  <T> T run(Function<Handle, T> work) {
    SharedWork<T> own = new SharedWork<>(work);
    waiting.add(own);
    takeTurn(own);
    try {
      while (!own.isDone()) {
        store(next());
      }
    } finally {
      turn.unlock();
    }
    return own.result();
  }

  /** How many are not begun. */
  int waiting() {
    return waiting.size();
  }

  /** Whoever has been begun by another waits for his end, however long that takes. */
  private void takeTurn(SharedWork<?> own) {
    boolean mine = false;
    try {
      mine = turn.tryLock(patienceMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!mine && waiting.remove(own)) {
      throw new NoTurn(patienceMillis);
    }
    if (!mine) {
      turn.lock();
    }
  }

  private List<SharedWork<?>> next() {
    List<SharedWork<?>> some = new ArrayList<>();
    for (SharedWork<?> one = waiting.poll(); one != null; one = waiting.poll()) {
      some.add(one);
      if (some.size() == MOST) {
        break;
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

  /** No turn came in time, or the thread was interrupted before it did. */
  static final class NoTurn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NoTurn(long millis) {
      super("no turn to write within " + millis + " ms");
    }
  }
}
