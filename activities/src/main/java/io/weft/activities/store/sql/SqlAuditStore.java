package io.weft.activities.store.sql;

import io.weft.activities.store.AuditStore;
import io.weft.activities.store.Entries;
import io.weft.workflows.pass.Instruction;
import java.time.Instant;
import java.util.List;

final class SqlAuditStore implements AuditStore {
  private final Database database;
  private final AuditRows rows;

  SqlAuditStore(Wiring wiring) {
    this.database = wiring.database();
    this.rows = new AuditRows(wiring);
  }

  @Override
  public void said(String subject, Instruction instruction, Instant at) {
    database.change(
        handle -> rows.add(handle, List.of(Entries.said(subject, instruction, "", 0, at))));
  }

  @Override
  public List<Entry> find(String text, int limit) {
    String position = database.dialect().position();
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM audit WHERE "
                        + position
                        + "(subject, :text) > 0 OR "
                        + position
                        + "(target, :text) > 0 ORDER BY id DESC LIMIT :limit")
                .bind("text", text)
                .bind("limit", limit)
                .map((row, context) -> rows.read(row))
                .list());
  }

  @Override
  public List<Entry> after(long id, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM audit WHERE id > :id ORDER BY id LIMIT :limit")
                .bind("id", id)
                .bind("limit", limit)
                .map((row, context) -> rows.read(row))
                .list());
  }
}
