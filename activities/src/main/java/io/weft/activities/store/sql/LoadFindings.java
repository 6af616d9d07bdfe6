package io.weft.activities.store.sql;

import io.weft.activities.store.Load;
import io.weft.activities.store.LoadRecordStore.Finding;
import io.weft.activities.store.LoadRecordStore.Grade;
import io.weft.workflows.record.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Which records are or may be the same. */
final class LoadFindings {
  private final LoadRows rows;
  private final Dialect dialect;

  LoadFindings(LoadRows rows, Dialect dialect) {
    this.rows = rows;
    this.dialect = dialect;
  }

  void add(Handle handle, Load load, List<Finding> findings) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO load_finding (load_id, d365, creatio, grade, basis, score, evidence)
            VALUES (:load, :d365, :creatio, :grade, :basis, :score, :evidence)
            ON CONFLICT (load_id, d365, creatio) DO NOTHING
            """);
    for (Finding one : findings) {
      batch
          .bind("load", load.key())
          .bind("d365", one.d365())
          .bind("creatio", one.creatio())
          .bind("grade", one.grade().name())
          .bind("basis", one.basis())
          .bind("score", one.score())
          .bind("evidence", rows.seal(place(load, one.d365(), one.creatio()), one.evidence()))
          .add();
    }
    Batches.run(batch);
  }

  Map<Long, List<Finding>> of(Handle handle, Load load, Side side, Collection<Long> sequences) {
    String column = side == Side.CREATIO ? "creatio" : "d365";
    Map<Long, List<Finding>> found = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT * FROM load_finding WHERE load_id = :load AND "
                + dialect.amongNumbers(column, "sequences")
                + " ORDER BY score DESC, d365, creatio")
        .bind("load", load.key())
        .bind("sequences", Batches.list(sequences))
        .map((row, context) -> read(row, load))
        .forEach(
            finding ->
                found
                    .computeIfAbsent(
                        side == Side.CREATIO ? finding.creatio() : finding.d365(),
                        s -> new ArrayList<>())
                    .add(finding));
    return found;
  }

  private Finding read(ResultSet row, Load load) throws SQLException {
    long d365 = row.getLong("d365");
    long creatio = row.getLong("creatio");
    String evidence = rows.open(place(load, d365, creatio), row.getString("evidence"));
    return new Finding(
        d365,
        creatio,
        Grade.valueOf(row.getString("grade")),
        row.getString("basis"),
        row.getInt("score"),
        Objects.requireNonNull(evidence));
  }

  private static String place(Load load, long d365, long creatio) {
    return "load_finding|" + load.key() + "|" + d365 + "|" + creatio;
  }
}
