package io.weft.activities.store.sql;

import io.weft.activities.merge.Base;
import io.weft.activities.store.AuditStore.Entry;
import io.weft.activities.store.Delivery;
import io.weft.activities.store.Disposition;
import io.weft.activities.store.Each;
import io.weft.activities.store.Entries;
import io.weft.activities.store.Holder;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.activities.store.Link;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.Provisional;
import io.weft.activities.store.Settled;
import io.weft.activities.store.Settlement;
import io.weft.activities.store.Sheet;
import io.weft.activities.store.StoreException;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Locks are taken in the order of {@link Dialect#POSTGRESQL}; remote calls are never inside. */
final class SqlPassStore implements PassStore {
  private final Wiring wiring;
  private final Database database;
  private final LinkRows links;
  private final Claims claims;
  private final BaseRows bases;
  private final IntentRows intents;
  private final HintRows hints;
  private final AuditRows audit;
  private final LateSuccess late;

  SqlPassStore(Wiring wiring) {
    this.wiring = wiring;
    this.database = wiring.database();
    this.links = new LinkRows(wiring);
    this.claims = new Claims(wiring);
    this.bases = new BaseRows(wiring);
    this.intents = new IntentRows(wiring);
    this.hints = new HintRows(wiring);
    this.audit = new AuditRows(wiring);
    this.late = new LateSuccess(wiring);
  }

  @Override
  public Sheet open(PairId pair, Holder holder) {
    return database.write(handle -> open(handle, pair, holder));
  }

  private Sheet open(Handle handle, PairId pair, Holder holder) {
    Link link =
        links
            .locked(handle, pair)
            .orElseThrow(() -> new IllegalArgumentException("there is no pair " + pair.path()));
    Both<Long> fences = claims.take(handle, link, holder);
    return new Sheet(
        link,
        holder,
        fences,
        bases.of(handle, pair),
        bases.digests(handle, pair),
        intents.open(handle, link),
        HintRows.open(handle, pair.path()));
  }

  @Override
  public List<Each<Sheet>> openAll(List<Opening> openings) {
    Many<Opening> many = new Many<>(openings, Opening::pair);
    return database.write(
        handle -> many.each(wiring, handle, o -> open(handle, o.pair(), o.holder())));
  }

  @Override
  public List<Each<Sheet>> announceAll(List<Announcement> announcements) {
    Many<Announcement> many = new Many<>(announcements, a -> a.sheet().link().pair());
    return database.write(
        handle ->
            many.each(
                wiring,
                handle,
                a -> {
                  check(handle, a.sheet());
                  a.intents().forEach(intent -> intents.insert(handle, a.sheet(), intent));
                  return a.sheet();
                }));
  }

  @Override
  public List<Each<Sheet>> confirmAll(List<Confirmation> confirmations) {
    Many<Confirmation> many = new Many<>(confirmations, c -> c.sheet().link().pair());
    List<Each<Sheet>> each =
        database.write(
            handle -> {
              List<Entry> rows = new ArrayList<>();
              List<Each<Sheet>> done = many.each(wiring, handle, c -> confirm(handle, c, rows));
              audit.add(handle, rows);
              return done;
            });
    lateOnes(each, confirmations.stream().map(Confirmation::results).toList());
    return each;
  }

  private Sheet confirm(Handle handle, Confirmation one, List<Entry> rows) {
    check(handle, one.sheet());
    PairId pair = one.sheet().link().pair();
    rows.addAll(close(handle, pair, one.results()));
    bases.store(handle, pair, one.bases(), new Both<>(null, null));
    return one.sheet();
  }

  @Override
  public List<Each<Settled>> settleAll(List<Ending> endings) {
    Many<Ending> many = new Many<>(endings, e -> e.sheet().link().pair());
    List<Each<Settled>> each =
        database.write(
            handle -> {
              Ledger ledger = new Ledger();
              List<Entry> rows = new ArrayList<>();
              List<Each<Settled>> done =
                  many.each(
                      wiring, handle, e -> settled(handle, e.sheet(), e.done(), ledger, rows));
              audit.add(handle, rows);
              ledger.write(handle);
              return done;
            });
    lateOnes(each, endings.stream().map(e -> e.done().results()).toList());
    return each;
  }

  /** Those that were overtaken may have written all the same. */
  private void lateOnes(List<? extends Each<?>> each, List<List<IntentResult>> results) {
    for (int i = 0; i < results.size(); i++) {
      if (each.get(i) instanceof Each.LeftOut<?> out
          && out.why() instanceof StoreException.Overtaken) {
        late.correct(results.get(i));
      }
    }
  }

  @Override
  public void announce(Sheet sheet, List<Intent> announced) {
    database.change(
        handle -> {
          check(handle, sheet);
          announced.forEach(intent -> intents.insert(handle, sheet, intent));
        });
  }

  /** The fence: nothing that follows in this transaction happens for an overtaken attempt. */
  private void check(Handle handle, Sheet sheet) {
    PairId pair = sheet.link().pair();
    boolean current =
        links
            .locked(handle, pair)
            .filter(link -> link.version() == sheet.link().version())
            .filter(link -> claims.held(handle, sheet))
            .isPresent();
    if (!current) {
      throw new StoreException.Overtaken(pair.path() + " was taken over by a later attempt");
    }
  }

  @Override
  public void confirm(
      Sheet sheet,
      List<IntentResult> results,
      Both<@Nullable Base> newBases,
      Both<@Nullable String> digests) {
    try {
      database.change(
          handle -> {
            check(handle, sheet);
            PairId pair = sheet.link().pair();
            List<Entry> rows = close(handle, pair, results);
            bases.store(handle, pair, newBases, digests);
            audit.add(handle, rows);
          });
    } catch (StoreException.Overtaken e) {
      late.correct(results);
      throw e;
    }
  }

  /** Closes intents that are still open; returns the audit rows that they become. */
  private List<Entry> close(Handle handle, PairId pair, List<IntentResult> results) {
    List<Entry> rows = new ArrayList<>();
    for (IntentResult result : results) {
      if (result.outcome() == Outcome.NOT_SENT) {
        intents.drop(handle, result.intentId());
        continue;
      }
      IntentRows.Row row = intents.announced(handle, result.intentId());
      if (row.isOpen()) {
        Intent intent = row.announced().intent();
        intents.close(handle, intent.id(), result.outcome());
        rows.add(Entries.write(row.announced(), result));
        if (!intent.pair().equals(pair)) {
          bases.rebase(handle, intent, result.outcome());
        }
      }
    }
    return rows;
  }

  @Override
  public long mark(PairId pair) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT COALESCE(MAX(hint_id), 0) FROM delivery WHERE workflow = :pair")
                .bind("pair", pair.path())
                .mapTo(Long.class)
                .one());
  }

  @Override
  public Settled settle(Sheet sheet, Settlement done) {
    try {
      return database.write(handle -> settle(handle, sheet, done));
    } catch (StoreException.Overtaken e) {
      late.correct(done.results());
      throw e;
    }
  }

  private Settled settle(Handle handle, Sheet sheet, Settlement done) {
    Ledger ledger = new Ledger();
    List<Entry> rows = new ArrayList<>();
    Settled settled = settled(handle, sheet, done, ledger, rows);
    audit.add(handle, rows);
    ledger.write(handle);
    return settled;
  }

  /** All but the audit and the ledger, whose locks come last. */
  private Settled settled(
      Handle handle, Sheet sheet, Settlement done, Ledger ledger, List<Entry> rows) {
    check(handle, sheet);
    PairId pair = sheet.link().pair();
    if (done.link() != null) {
      links.change(handle, sheet.link(), done.link());
      adopt(handle, pair, done.link().d365Key());
    }
    boolean more = cover(handle, sheet, done, ledger);
    rows.addAll(close(handle, pair, done.results()));
    bases.store(handle, pair, done.bases(), done.digests());
    rows.addAll(words(sheet, done));
    if (done.unpark()) {
      SqlParkedStore.close(handle, pair.path());
    }
    intents.prune(handle, pair);
    claims.free(handle, sheet);
    return new Settled(more);
  }

  /** What was hinted of the record before its number was known to be this pair's. */
  private void adopt(Handle handle, PairId pair, @Nullable String number) {
    if (number != null && !Provisional.is(number)) {
      RecordRef record = RecordRef.d365(pair.object(), pair.legalEntity(), number);
      hints.handOver(handle, record, List.of(pair));
    }
  }

  private boolean cover(Handle handle, Sheet sheet, Settlement done, Ledger ledger) {
    PairId pair = sheet.link().pair();
    List<Delivery> open = hints.openLocked(handle, pair.path());
    Map<Long, Disposition> endings = done.endings(sheet.deliveries(), open);
    HintRows.close(handle, pair.path(), endings, null, ledger);
    if (done.again()) {
      Hint look = Hint.of(sheet.link().record(Side.CREATIO), Origin.PASS, wiring.now());
      hints.storeFor(handle, look, pair, ledger);
    }
    return done.again() || endings.size() < open.size();
  }

  private List<Entry> words(Sheet sheet, Settlement done) {
    PairId pair = sheet.link().pair();
    int version = wiring.mappingVersion().applyAsInt(pair.object());
    Instant now = wiring.now();
    List<Entry> rows = new ArrayList<>();
    for (Instruction said : done.said()) {
      rows.add(Entries.said(pair.path(), said, sheet.holder().run(), version, now));
    }
    if (!done.remarks().isEmpty()) {
      rows.add(Entries.remark(sheet, done.remarks(), version, now));
    }
    return rows;
  }

  @Override
  public void release(Sheet sheet) {
    database.change(handle -> claims.free(handle, sheet));
  }
}
