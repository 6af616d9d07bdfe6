package io.weft.activities.store.sql;

import io.weft.activities.store.AuditStore.Entry;
import io.weft.activities.store.Entries;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.workflows.record.PairId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Ends intents with what became of them, each once, and makes them rows of the audit. */
final class Closing {
  private final IntentRows intents;
  private final BaseRows bases;

  Closing(Wiring wiring) {
    this.intents = new IntentRows(wiring);
    this.bases = new BaseRows(wiring);
  }

  /**
   * Closes those that are still open.
   *
   * @param results by the pair that found them out
   * @return the audit rows that they become, in the same order
   */
  List<Entry> close(Handle handle, Map<PairId, List<IntentResult>> results) {
    Map<String, Outcome> closed = new LinkedHashMap<>();
    List<String> notSent = new ArrayList<>();
    List<Entry> rows = new ArrayList<>();
    Map<String, IntentRows.Row> announced = intents.announced(handle, ids(results));
    results.forEach(
        (pair, some) -> {
          for (IntentResult result : some) {
            IntentRows.Row row = announced.get(result.intentId());
            if (row == null) {
              notSent.add(result.intentId());
            } else if (row.isOpen() && !closed.containsKey(result.intentId())) {
              closed.put(result.intentId(), result.outcome());
              rows.add(Entries.write(row.announced(), result));
              rebase(handle, pair, row.announced().intent(), result.outcome());
            }
          }
        });
    if (!notSent.isEmpty()) {
      intents.drop(handle, notSent);
    }
    intents.close(handle, closed);
    return rows;
  }

  private static List<String> ids(Map<PairId, List<IntentResult>> results) {
    return results.values().stream()
        .flatMap(List::stream)
        .filter(result -> result.outcome() != Outcome.NOT_SENT)
        .map(IntentResult::intentId)
        .toList();
  }

  private void rebase(Handle handle, PairId pair, Intent intent, Outcome outcome) {
    if (!intent.pair().equals(pair)) {
      bases.rebase(handle, intent, outcome);
    }
  }
}
