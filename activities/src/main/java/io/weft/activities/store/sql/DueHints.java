package io.weft.activities.store.sql;

import io.weft.activities.store.StoredHint;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.record.PairId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What somebody has to be told of, or told again, inside somebody's transaction. */
final class DueHints {
  private final Wiring wiring;

  private record DueHint(long id, Hint hint, boolean told) {}

  private record Target(String workflow, boolean toPair) {}

  DueHints(Wiring wiring) {
    this.wiring = wiring;
  }

  /** Hints that nobody was told of, or was told of in vain; oldest first. */
  List<StoredHint> waiting(Handle handle, Instant toldBefore, int limit) {
    return due(handle, toldBefore, limit).stream().map(row -> stored(handle, row)).toList();
  }

  private List<DueHint> due(Handle handle, Instant toldBefore, int limit) {
    return handle
        .createQuery(
            """
            SELECT h.* FROM hint h
            WHERE h.disposition IS NULL AND (h.told_at IS NULL OR h.told_at < :toldBefore)
              AND NOT EXISTS (
                SELECT 1 FROM delivery d
                JOIN link n ON n.pair = d.workflow
                JOIN claim c ON c.record = n.object || '/creatio/' || n.creatio_id
                  AND c.pair = n.pair AND c.until > :now
                WHERE d.hint_id = h.id AND d.disposition IS NULL)
              AND EXISTS (
                SELECT 1 FROM delivery d WHERE d.hint_id = h.id AND d.disposition IS NULL
                  AND (h.told_at IS NULL OR NOT EXISTS (
                    SELECT 1 FROM parked p WHERE p.workflow_id = d.workflow))
                  AND (d.to_pair = 1 OR NOT EXISTS (
                    SELECT 1 FROM load l WHERE l.object = h.object AND l.state = 'OPEN'
                      AND l.plan_only = 0 AND (h.le IS NULL OR h.le = l.le))))
            ORDER BY h.id LIMIT :limit
            """)
        .bind("toldBefore", Micros.of(toldBefore))
        .bind("now", wiring.nowMicros())
        .bind("limit", limit)
        .map(
            (row, context) ->
                new DueHint(
                    row.getLong("id"), HintRows.read(row), row.getObject("told_at") != null))
        .list();
  }

  private static StoredHint stored(Handle handle, DueHint due) {
    List<PairId> pairs = new ArrayList<>();
    boolean unknown = false;
    for (Target target : targets(handle, due)) {
      if (target.toPair()) {
        pairs.add(PairId.parse(target.workflow()));
      } else {
        unknown = true;
      }
    }
    return new StoredHint(due.id(), due.hint(), pairs, unknown);
  }

  private static List<Target> targets(Handle handle, DueHint due) {
    return handle
        .createQuery(
            """
            SELECT d.workflow, d.to_pair FROM delivery d
            WHERE d.hint_id = :id AND d.disposition IS NULL
              AND (:told = 0 OR NOT EXISTS (
                SELECT 1 FROM parked p WHERE p.workflow_id = d.workflow))
            ORDER BY d.workflow
            """)
        .bind("id", due.id())
        .bind("told", due.told() ? 1 : 0)
        .map((row, context) -> new Target(row.getString("workflow"), row.getInt("to_pair") == 1))
        .list();
  }

  /** Pairs with a write that nobody followed up, or a record that nobody made. */
  static List<PairId> unfinished(Handle handle, Instant before, int limit) {
    return handle
        .createQuery(
            """
            SELECT u.pair FROM (
              SELECT i.pair, 0 AS rank, MIN(i.announced_at) AS since FROM intent i
              WHERE i.outcome IS NULL
                AND EXISTS (SELECT 1 FROM link n WHERE n.pair = i.pair)
                AND NOT EXISTS (
                  SELECT 1 FROM claim c WHERE c.record = i.target AND c.until >= :before)
              GROUP BY i.pair
              UNION ALL
              SELECT l.pair, 1 AS rank, l.linked_at AS since FROM link l
              WHERE l.state = 'RESERVED' AND l.linked_at < :before
                AND NOT EXISTS (
                  SELECT 1 FROM claim c WHERE c.pair = l.pair AND c.until >= :before)
            ) u
            WHERE NOT EXISTS (SELECT 1 FROM parked p WHERE p.workflow_id = u.pair)
            GROUP BY u.pair ORDER BY MIN(u.rank), MIN(u.since), u.pair LIMIT :limit
            """)
        .bind("before", Micros.of(before))
        .bind("limit", limit)
        .map((row, context) -> PairId.parse(row.getString("pair")))
        .list();
  }
}
