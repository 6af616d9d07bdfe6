package io.weft.activities.store.sql;

import io.weft.activities.store.Entries;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.activities.store.TellingStore;
import io.weft.activities.store.sql.IntentRows.Announcing;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

final class SqlTellingStore implements TellingStore {
  private final Database database;
  private final IntentRows intents;
  private final AuditRows audit;

  SqlTellingStore(Wiring wiring) {
    this.database = wiring.database();
    this.intents = new IntentRows(wiring);
    this.audit = new AuditRows(wiring);
  }

  @Override
  public void announce(Intent intent, String run) {
    database.change(handle -> intents.insert(handle, List.of(new Announcing(intent, run, null))));
  }

  @Override
  public List<Intent> open(RecordRef target) {
    return database.read(handle -> intents.open(handle, target));
  }

  @Override
  public void close(IntentResult result) {
    database.change(
        handle ->
            intents
                .find(handle, result.intentId())
                .filter(IntentRows.Row::isOpen)
                .ifPresent(row -> close(handle, row, result)));
  }

  private void close(Handle handle, IntentRows.Row row, IntentResult result) {
    if (result.outcome() == Outcome.NOT_SENT) {
      intents.drop(handle, List.of(result.intentId()));
      return;
    }
    intents.close(handle, Map.of(result.intentId(), result.outcome()));
    audit.add(handle, List.of(Entries.write(row.announced(), result)));
  }

  @Override
  public boolean hasTold(PairId pair) {
    return database.read(handle -> intents.any(handle, pair));
  }
}
