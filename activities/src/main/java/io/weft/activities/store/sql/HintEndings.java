package io.weft.activities.store.sql;

import io.weft.activities.store.Disposition;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How hints end: each with the last of its deliveries, inside somebody's transaction. */
final class HintEndings {
  private HintEndings() {}

  /** Closes deliveries of a workflow, and each hint whose last one it was. */
  static void close(
      Handle handle,
      String workflow,
      Map<Long, Disposition> endings,
      @Nullable String why,
      Ledger ledger) {
    endings.forEach((id, as) -> close(handle, workflow, id, as, why, ledger));
  }

  private static void close(
      Handle handle,
      String workflow,
      long id,
      Disposition as,
      @Nullable String why,
      Ledger ledger) {
    handle
        .createUpdate(
            """
            UPDATE delivery SET disposition = :as
            WHERE hint_id = :id AND workflow = :workflow AND disposition IS NULL
            """)
        .bind("as", as.name())
        .bind("id", id)
        .bind("workflow", workflow)
        .execute();
    Disposition most = as;
    for (String other : endings(handle, id)) {
      if (other.isEmpty()) {
        return;
      }
      most = most.larger(Disposition.valueOf(other));
    }
    end(handle, id, most, why, ledger);
  }

  private static List<String> endings(Handle handle, long id) {
    return handle
        .createQuery("SELECT COALESCE(disposition, '') FROM delivery WHERE hint_id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .list();
  }

  private static void end(
      Handle handle, long id, Disposition as, @Nullable String why, Ledger ledger) {
    int rows =
        handle
            .createUpdate(
                """
                UPDATE hint SET disposition = :as, why = :why
                WHERE id = :id AND disposition IS NULL
                """)
            .bind("as", as.name())
            .bind("why", why)
            .bind("id", id)
            .execute();
    if (rows == 1) {
      ledger.ended(as);
    }
  }
}
