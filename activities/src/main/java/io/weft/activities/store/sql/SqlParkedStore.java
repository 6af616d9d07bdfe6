package io.weft.activities.store.sql;

import io.weft.activities.store.ParkedStore;
import io.weft.workflows.sync.ParkActivities.ParkedWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

final class SqlParkedStore implements ParkedStore {
  private final Database database;
  private final Sealed sealed;

  SqlParkedStore(Wiring wiring) {
    this.database = wiring.database();
    this.sealed = new Sealed(wiring.cipher());
  }

  @Override
  public void park(ParkedWork work, Instant now) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO parked (workflow_id, fingerprint, object, le, record, problem, since)
                    VALUES (:workflowId, :fingerprint, :object, :le, :record, :problem, :since)
                    ON CONFLICT (workflow_id) DO UPDATE SET fingerprint = excluded.fingerprint,
                      object = excluded.object, le = excluded.le, record = excluded.record,
                      problem = excluded.problem
                    """)
                .bind("workflowId", work.workflowId())
                .bind("fingerprint", work.problem().fingerprint())
                .bind("object", work.object())
                .bind("le", work.legalEntity())
                .bind("record", work.record())
                .bind("problem", sealed.problem(place(work.workflowId()), work.problem()))
                .bind("since", Micros.of(now))
                .execute());
  }

  @Override
  public void close(String workflowId) {
    database.change(handle -> close(handle, workflowId));
  }

  static void close(Handle handle, String workflowId) {
    handle
        .createUpdate("DELETE FROM parked WHERE workflow_id = :workflowId")
        .bind("workflowId", workflowId)
        .execute();
  }

  @Override
  public List<Parked> list(
      @Nullable String workflowId,
      @Nullable String fingerprint,
      @Nullable String object,
      @Nullable String legalEntity,
      int limit) {
    Map<String, String> wanted = new LinkedHashMap<>();
    put(wanted, "workflow_id", workflowId);
    put(wanted, "fingerprint", fingerprint);
    put(wanted, "object", object);
    put(wanted, "le", legalEntity);
    return database.read(handle -> list(handle, wanted, limit));
  }

  private static void put(Map<String, String> wanted, String column, @Nullable String value) {
    if (value != null) {
      wanted.put(column, value);
    }
  }

  private List<Parked> list(Handle handle, Map<String, String> wanted, int limit) {
    StringBuilder sql = new StringBuilder("SELECT * FROM parked WHERE 1 = 1");
    wanted.keySet().forEach(column -> sql.append(" AND " + column + " = :" + column));
    Query query =
        handle.createQuery(sql + " ORDER BY since, workflow_id LIMIT :limit").bind("limit", limit);
    wanted.forEach(query::bind);
    return query.map((row, context) -> read(row)).list();
  }

  private Parked read(ResultSet row) throws SQLException {
    String workflowId = row.getString("workflow_id");
    ParkedWork work =
        new ParkedWork(
            workflowId,
            row.getString("object"),
            row.getString("le"),
            row.getString("record"),
            sealed.openProblem(place(workflowId), row.getString("problem")));
    return new Parked(work, Micros.read(row, "since"));
  }

  private static String place(String workflowId) {
    return "parked|problem|" + workflowId;
  }
}
