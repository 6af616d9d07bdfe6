package io.weft.activities.store.sql;

import io.weft.activities.store.Each;
import io.weft.activities.store.StoreException;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Work on one of many inside their transaction, behind a savepoint: one that is refused leaves
 * nothing behind and hurts nobody else.
 */
final class Apart {
  private static final String SAVEPOINT = "pair";

  private Apart() {}

  static <T> Each<T> run(Handle handle, Supplier<T> work) {
    handle.savepoint(SAVEPOINT);
    try {
      T result = work.get();
      handle.releaseSavepoint(SAVEPOINT);
      return new Each.Stored<>(result);
    } catch (StoreException e) {
      handle.rollbackToSavepoint(SAVEPOINT);
      return new Each.LeftOut<>(e);
    }
  }
}
