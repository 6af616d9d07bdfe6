package io.weft.activities.store.sql;

import io.weft.activities.store.Delivery;
import io.weft.activities.store.Disposition;
import io.weft.activities.store.HintCounts;
import io.weft.activities.store.HintStore;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.Link;
import io.weft.activities.store.StoredHint;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class SqlHintStore implements HintStore {
  private static final String PARKED = "PARKED";
  private static final String OPEN = "OPEN";

  private final Wiring wiring;
  private final Database database;
  private final LinkRows links;
  private final HintRows hints;

  SqlHintStore(Wiring wiring) {
    this.wiring = wiring;
    this.database = wiring.database();
    this.links = new LinkRows(wiring);
    this.hints = new HintRows(wiring);
  }

  @Override
  public List<StoredHint> accept(List<Incoming> incoming) {
    return database.write(
        handle -> {
          List<List<Link>> concerned = new ArrayList<>();
          List<Link> all = new ArrayList<>();
          for (Incoming one : incoming) {
            List<Link> following = Link.following(links.of(handle, one.hint().record()));
            concerned.add(following);
            all.addAll(following);
          }
          links.lock(handle, all); // from here on, whoever settles sees us, or we see him
          return store(handle, incoming, concerned);
        });
  }

  private List<StoredHint> store(
      Handle handle, List<Incoming> incoming, List<List<Link>> concerned) {
    Ledger ledger = new Ledger();
    List<StoredHint> stored = new ArrayList<>();
    for (int i = 0; i < incoming.size(); i++) {
      stored.add(hints.store(handle, incoming.get(i), concerned.get(i), ledger));
    }
    ledger.write(handle);
    return stored;
  }

  @Override
  public void delivered(StoredHint hint) {
    database.change(
        handle ->
            handle
                .createUpdate("UPDATE hint SET told_at = :now WHERE id = :id")
                .bind("now", wiring.nowMicros())
                .bind("id", hint.id())
                .execute());
  }

  @Override
  public List<StoredHint> waiting(Instant toldBefore, int limit) {
    return database.read(
        handle -> due(handle, toldBefore, limit).stream().map(row -> stored(handle, row)).toList());
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

  private record DueHint(long id, Hint hint, boolean told) {}

  private record Target(String workflow, boolean toPair) {}

  @Override
  public List<PairId> unfinished(Instant before, int limit) {
    return database.read(
        handle ->
            handle
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
                .list());
  }

  @Override
  public List<PairId> introduced(RecordRef record) {
    return database.write(
        handle -> {
          List<Link> concerned = Link.following(links.of(handle, record));
          links.lock(handle, concerned);
          List<PairId> pairs = concerned.stream().map(Link::pair).toList();
          if (!pairs.isEmpty()) {
            hints.handOver(handle, record, pairs);
          }
          return pairs;
        });
  }

  @Override
  public void takenOver(List<RecordRef> records) {
    List<String> introductions = records.stream().map(wiring.introductionId()).toList();
    Map<String, List<Delivery>> open = database.read(handle -> hints.open(handle, introductions));
    List<RecordRef> waited =
        records.stream()
            .filter(
                one -> !open.getOrDefault(wiring.introductionId().apply(one), List.of()).isEmpty())
            .toList();
    if (!waited.isEmpty()) {
      database.change(handle -> takeOver(handle, waited));
    }
  }

  private void takeOver(Handle handle, List<RecordRef> records) {
    Map<RecordRef, List<PairId>> pairs = new LinkedHashMap<>();
    List<Link> all = new ArrayList<>();
    for (RecordRef record : records) {
      List<Link> concerned = Link.following(links.of(handle, record));
      pairs.put(record, concerned.stream().map(Link::pair).toList());
      all.addAll(concerned);
    }
    links.lock(handle, all);
    pairs.forEach((record, to) -> hints.takeOver(handle, record, to));
  }

  @Override
  public long introductionMark(RecordRef record) {
    String introduction = wiring.introductionId().apply(record);
    return database.read(
        handle ->
            HintRows.open(handle, introduction).stream()
                .mapToLong(Delivery::hintId)
                .max()
                .orElse(0));
  }

  @Override
  public void closeIntroduction(RecordRef record, Disposition as, String why) {
    closeIntroduction(record, Long.MAX_VALUE, as, why);
  }

  @Override
  public void closeIntroduction(RecordRef record, long mark, Disposition as, String why) {
    String introduction = wiring.introductionId().apply(record);
    database.change(
        handle -> {
          Map<Long, Disposition> endings = new LinkedHashMap<>();
          Long newest = null;
          for (Delivery delivery : hints.openLocked(handle, introduction)) {
            if (delivery.hintId() <= mark) {
              endings.put(delivery.hintId(), as);
              newest = delivery.hintId();
            }
          }
          Ledger ledger = new Ledger();
          HintRows.close(handle, introduction, endings, why, ledger);
          rememberLeftOut(handle, record, newest);
          ledger.write(handle);
        });
  }

  private static void rememberLeftOut(Handle handle, RecordRef record, @Nullable Long newest) {
    if (newest == null) {
      return;
    }
    handle
        .createUpdate("DELETE FROM left_out WHERE record = :record")
        .bind("record", record.path())
        .execute();
    handle
        .createUpdate(
            """
            INSERT INTO left_out (record, digest)
            SELECT :record, digest FROM hint WHERE id = :newest AND digest IS NOT NULL
            ON CONFLICT (record) DO UPDATE SET digest = excluded.digest
            """)
        .bind("record", record.path())
        .bind("newest", newest)
        .execute();
  }

  @Override
  public HintCounts counts() {
    return database.read(
        handle -> {
          Map<String, Long> amounts = new LinkedHashMap<>();
          handle
              .createQuery(
                  """
                  SELECT name, CAST(SUM(amount) AS BIGINT) AS amount FROM ledger GROUP BY name
                  UNION ALL
                  SELECT 'OPEN', COUNT(*) FROM hint WHERE disposition IS NULL
                  UNION ALL
                  SELECT 'PARKED', COUNT(*) FROM hint h
                  WHERE h.disposition IS NULL AND NOT EXISTS (
                    SELECT 1 FROM delivery d WHERE d.hint_id = h.id AND d.disposition IS NULL
                      AND NOT EXISTS (SELECT 1 FROM parked p WHERE p.workflow_id = d.workflow))
                  """)
              .map((row, context) -> Map.entry(row.getString("name"), row.getLong("amount")))
              .forEach(entry -> amounts.put(entry.getKey(), entry.getValue()));
          return counts(amounts);
        });
  }

  private static HintCounts counts(Map<String, Long> amounts) {
    long parked = amounts.getOrDefault(PARKED, 0L);
    return new HintCounts(
        amounts.getOrDefault(Ledger.ACCEPTED, 0L),
        amounts.getOrDefault(Disposition.APPLIED.name(), 0L),
        amounts.getOrDefault(Disposition.EQUAL.name(), 0L),
        amounts.getOrDefault(Disposition.SUPERSEDED.name(), 0L),
        amounts.getOrDefault(Disposition.FILTERED.name(), 0L),
        amounts.getOrDefault(Disposition.DISCARDED.name(), 0L),
        parked,
        amounts.getOrDefault(OPEN, 0L) - parked);
  }
}
