package io.weft.activities.store.sql;

import io.weft.activities.store.DecisionStore;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

final class SqlDecisionStore implements DecisionStore {
  private static final String INSERT =
      """
      INSERT INTO match_decision (object, le, creatio_key, d365_key, accepted, who, why, decided_at)
      VALUES (:object, :le, :creatio, :d365, :accepted, :who, :why, :at)
      ON CONFLICT (object, le, creatio_key, d365_key)
      """;

  private final Database database;

  SqlDecisionStore(Wiring wiring) {
    this.database = wiring.database();
  }

  @Override
  public List<Taken> decide(
      SyncObjectName object, LegalEntity legalEntity, List<Decision> decisions) {
    return database.write(
        handle -> {
          List<Taken> taken = new ArrayList<>();
          for (Decision decision : decisions) {
            boolean anew = store(handle, object, legalEntity, decision, INSERT + " DO NOTHING");
            taken.add(new Taken(stored(handle, object, legalEntity, decision), anew));
          }
          return taken;
        });
  }

  @Override
  public void overrule(SyncObjectName object, LegalEntity legalEntity, Decision decision) {
    String replace =
        INSERT
            + " DO UPDATE SET accepted = excluded.accepted, who = excluded.who,"
            + " why = excluded.why, decided_at = excluded.decided_at";
    database.change(handle -> store(handle, object, legalEntity, decision, replace));
  }

  private static boolean store(
      Handle handle,
      SyncObjectName object,
      LegalEntity legalEntity,
      Decision decision,
      String sql) {
    return handle
            .createUpdate(sql)
            .bind("object", object.slug())
            .bind("le", legalEntity.id())
            .bind("creatio", decision.creatioKey())
            .bind("d365", decision.d365Key())
            .bind("accepted", decision.accepted() ? 1 : 0)
            .bind("who", decision.who())
            .bind("why", decision.why())
            .bind("at", Micros.of(decision.at()))
            .execute()
        == 1;
  }

  private static Decision stored(
      Handle handle, SyncObjectName object, LegalEntity legalEntity, Decision decision) {
    return handle
        .createQuery(
            """
            SELECT * FROM match_decision
            WHERE object = :object AND le = :le AND creatio_key = :creatio AND d365_key = :d365
            """)
        .bind("object", object.slug())
        .bind("le", legalEntity.id())
        .bind("creatio", decision.creatioKey())
        .bind("d365", decision.d365Key())
        .map((row, context) -> read(row))
        .one();
  }

  @Override
  public List<Decision> of(
      SyncObjectName object,
      LegalEntity legalEntity,
      Collection<String> creatioKeys,
      Collection<String> d365Keys) {
    return database.read(
        handle -> {
          Set<Decision> found = new LinkedHashSet<>();
          look(handle, object, legalEntity, "creatio_key", creatioKeys, found);
          look(handle, object, legalEntity, "d365_key", d365Keys, found);
          return List.copyOf(found);
        });
  }

  private void look(
      Handle handle,
      SyncObjectName object,
      LegalEntity legalEntity,
      String column,
      Collection<String> keys,
      Set<Decision> found) {
    handle
        .createQuery(
            "SELECT * FROM match_decision WHERE object = :object AND le = :le AND "
                + database.dialect().among(column, "keys")
                + " ORDER BY decided_at, creatio_key, d365_key")
        .bind("object", object.slug())
        .bind("le", legalEntity.id())
        .bind("keys", Batches.list(keys))
        .map((row, context) -> read(row))
        .forEach(found::add);
  }

  private static Decision read(ResultSet row) throws SQLException {
    return new Decision(
        row.getString("creatio_key"),
        row.getString("d365_key"),
        row.getInt("accepted") == 1,
        row.getString("who"),
        row.getString("why"),
        Micros.read(row, "decided_at"));
  }
}
