package io.weft.activities.store.sql;

import io.weft.activities.store.Load;
import io.weft.activities.store.LoadRecordStore.Difference;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What became of a population between its plan and now: once through both, in the database. */
final class LoadDifference {
  private static final String MISSING =
      """
      FROM load_record a WHERE a.load_id = :one AND NOT EXISTS (
        SELECT 1 FROM load_record b WHERE b.load_id = :other AND b.side = a.side
          AND b.record_key = a.record_key)
      """;
  private static final String CHANGED =
      """
      FROM load_record a JOIN load_record b ON b.load_id = :other AND b.side = a.side
        AND b.record_key = a.record_key
      WHERE a.load_id = :one AND a.digest <> b.digest
      """;

  private final Handle handle;
  private final Load plan;
  private final Load load;

  LoadDifference(Handle handle, Load plan, Load load) {
    this.handle = handle;
    this.plan = plan;
    this.load = load;
  }

  Difference read(int examples) {
    List<String> shown = new ArrayList<>();
    long added = look(MISSING, load, plan, "added", examples, shown);
    long gone = look(MISSING, plan, load, "gone", examples, shown);
    long changed = look(CHANGED, load, plan, "changed", examples, shown);
    return new Difference(added, gone, changed, shown);
  }

  private long look(
      String from, Load one, Load other, String what, int examples, List<String> shown) {
    handle
        .createQuery(
            "SELECT a.side, a.record_key "
                + from
                + " ORDER BY a.side, a.sequence LIMIT "
                + examples)
        .bind("one", one.key())
        .bind("other", other.key())
        .map(
            (row, context) ->
                (row.getInt("side") == 0 ? "Creatio " : "D365 ")
                    + row.getString("record_key")
                    + " "
                    + what)
        .forEach(shown::add);
    return handle
        .createQuery("SELECT COUNT(*) " + from)
        .bind("one", one.key())
        .bind("other", other.key())
        .mapTo(Long.class)
        .one();
  }
}
