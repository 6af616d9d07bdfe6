package io.weft.activities.store.sql;

import io.weft.activities.store.Delivery;
import io.weft.activities.store.Disposition;
import io.weft.activities.store.HintCounts;
import io.weft.activities.store.HintStore;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.Link;
import io.weft.activities.store.StoredHint;
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
  private final DueHints due;

  SqlHintStore(Wiring wiring) {
    this.wiring = wiring;
    this.database = wiring.database();
    this.links = new LinkRows(wiring);
    this.hints = new HintRows(wiring);
    this.due = new DueHints(wiring);
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
    return database.read(handle -> due.waiting(handle, toldBefore, limit));
  }

  @Override
  public List<PairId> unfinished(Instant before, int limit) {
    return database.read(handle -> DueHints.unfinished(handle, before, limit));
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
          HintEndings.close(handle, introduction, endings, why, ledger);
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
