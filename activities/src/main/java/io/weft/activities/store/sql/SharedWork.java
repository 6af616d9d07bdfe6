package io.weft.activities.store.sql;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One transaction that may be stored together with others: run by one thread, awaited by another.
 */
final class SharedWork<T> {
  private static final String SAVEPOINT = "work";

  private final Function<Handle, T> work;
  private final CompletableFuture<T> answer = new CompletableFuture<>();

  /** Whether it is decided that it is run, or that it is not. */
  private final AtomicBoolean decided = new AtomicBoolean();

  private @Nullable T result;
  private @Nullable RuntimeException failure;

  SharedWork(Function<Handle, T> work) {
    this.work = work;
  }

  /** Says that its turn has come, or that nobody waits any more; true for who says so first. */
  boolean decide() {
    return decided.compareAndSet(false, true);
  }

  /** Alone in its transaction, which ends without a trace if this throws. */
  void run(Handle handle) {
    result = work.apply(handle);
  }

  /**
   * Leaves nothing behind if it fails, and hurts none of the others.
   *
   * @throws RuntimeException if the whole transaction has gone with it, as on a full disk
   */
  void runApart(Handle handle) {
    handle.savepoint(SAVEPOINT);
    try {
      run(handle);
      handle.releaseSavepoint(SAVEPOINT);
    } catch (RuntimeException e) {
      failure = e;
      undo(handle, e);
    }
  }

  private static void undo(Handle handle, RuntimeException why) {
    try {
      handle.rollbackToSavepoint(SAVEPOINT);
    } catch (RuntimeException e) {
      why.addSuppressed(e);
      throw why;
    }
  }

  /** The transaction that it was part of is stored. */
  void stored() {
    if (failure == null) {
      answer.complete(result);
    } else {
      answer.completeExceptionally(failure);
    }
  }

  /**
   * Nothing of that transaction is stored. What was wrong with this one itself stays the reason.
   */
  void notStored(Throwable why) {
    answer.completeExceptionally(failure == null ? why : failure);
  }

  /**
   * Waits for its turn so long, and for its end however long that takes.
   *
   * @throws NoTurn if its turn did not come; an interrupted thread waits no longer for it
   * @throws RuntimeException what the work threw, or what kept it from being stored
   */
  T await(long millis) {
    try {
      return answer.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return late("no turn to write within " + millis + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return late("interrupted while waiting to write");
    } catch (ExecutionException e) {
      throw thrown(e.getCause(), e);
    }
  }

  private T late(String why) {
    if (decide()) {
      throw new NoTurn(why);
    }
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw thrown(e.getCause(), e);
    }
  }

  private static RuntimeException thrown(@Nullable Throwable cause, Exception otherwise) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(otherwise);
  }

  /** It was not run, and will not be. */
  static final class NoTurn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoTurn(String why) {
      super(why);
    }
  }
}
