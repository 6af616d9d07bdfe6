package io.weft.activities.store.sql;

import io.weft.activities.store.AuditStore.Entry;
import io.weft.activities.store.Entries;
import io.weft.activities.store.IntentResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of the audit, inside somebody's transaction. */
final class AuditRows {
  private final Wiring wiring;
  private final Sealed sealed;

  AuditRows(Wiring wiring) {
    this.wiring = wiring;
    this.sealed = new Sealed(wiring.cipher());
  }

  /** Adds rows in this order. */
  void add(Handle handle, List<Entry> entries) {
    if (!entries.isEmpty()) {
      wiring.dialect().lockAudit(handle);
      PreparedBatch batch =
          handle.prepareBatch(
              """
              INSERT INTO audit (at_time, kind, intent_id, subject, target, outcome, who, why,
                fields, sealed_as, mapping_version, run)
              VALUES (:at, :kind, :intentId, :subject, :target, :outcome, :who, :why,
                :fields, :key, :version, :run)
              """);
      entries.forEach(entry -> bind(batch, entry).add());
      Batches.run(batch);
    }
  }

  private PreparedBatch bind(PreparedBatch batch, Entry entry) {
    String key = entry.intentId() == null ? UUID.randomUUID().toString() : entry.intentId();
    return batch
        .bind("at", Micros.of(entry.at()))
        .bind("kind", entry.kind())
        .bind("intentId", entry.intentId())
        .bind("subject", entry.subject())
        .bind("target", entry.target())
        .bind("outcome", entry.outcome())
        .bind("who", entry.who())
        .bind("why", entry.why())
        .bind("fields", sealed.decisions(place(key), entry.fields()))
        .bind("key", key)
        .bind("version", entry.mappingVersion())
        .bind("run", entry.run());
  }

  /** Corrects the row of a write whose outcome proved to be another than was recorded. */
  void correct(Handle handle, IntentResult late) {
    Entry before =
        handle
            .createQuery("SELECT * FROM audit WHERE intent_id = :id")
            .bind("id", late.intentId())
            .map((row, context) -> read(row))
            .one();
    Entry after = Entries.corrected(before, late);
    handle
        .createUpdate("UPDATE audit SET outcome = :outcome, why = :why WHERE id = :id")
        .bind("outcome", after.outcome())
        .bind("why", after.why())
        .bind("id", after.id())
        .execute();
  }

  Entry read(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("id"),
        Micros.read(row, "at_time"),
        row.getString("kind"),
        row.getString("intent_id"),
        row.getString("subject"),
        row.getString("target"),
        row.getString("outcome"),
        row.getString("who"),
        row.getString("why"),
        sealed.openDecisions(place(row.getString("sealed_as")), row.getString("fields")),
        row.getInt("mapping_version"),
        row.getString("run"));
  }

  private static String place(String key) {
    return "audit|fields|" + key;
  }
}
