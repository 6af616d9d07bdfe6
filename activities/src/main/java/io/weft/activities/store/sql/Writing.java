package io.weft.activities.store.sql;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How transactions that change something are run. Thread-safe. */
interface Writing extends AutoCloseable {
  /**
   * Runs one transaction; returns when it is stored.
   *
   * @throws RuntimeException what the work threw, or what kept it from being stored
   */
  <T> T run(Function<Handle, T> work);

  /** Takes nothing more; what waits is still stored. */
  @Override
  default void close() {}

  /** Each on a connection of its own. */
  record OneByOne(Jdbi jdbi) implements Writing {
    @Override
    public <T> T run(Function<Handle, T> work) {
      return jdbi.<T, RuntimeException>inTransaction(work::apply);
    }
  }
}
