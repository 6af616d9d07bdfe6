package io.weft.activities.store.sql;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One transaction that may be stored together with others. Used by one thread at a time. */
final class SharedWork<T> {
  private static final String SAVEPOINT = "work";

  private final Function<Handle, T> work;
  private @Nullable T result;
  private @Nullable Throwable failure;
  private boolean done;

  SharedWork(Function<Handle, T> work) {
    this.work = work;
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
    done = true;
  }

  /**
   * Nothing of that transaction is stored. What was wrong with this one itself stays the reason.
   */
  void notStored(Throwable why) {
    failure = failure == null ? why : failure;
    done = true;
  }

  boolean isDone() {
    return done;
  }

  /** Returns what the work returned, or throws what it threw or what kept it from being stored. */
  @SuppressWarnings("NullAway") // the work's own result, null only if the work returns that
  T result() {
    if (failure instanceof Error error) {
      throw error;
    } else if (failure instanceof RuntimeException e) {
      throw e;
    }
    return result;
  }
}
