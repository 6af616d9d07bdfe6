package io.weft.activities.store.sql;

import io.weft.activities.store.AuditStore.Entry;
import io.weft.activities.store.Delivery;
import io.weft.activities.store.Disposition;
import io.weft.activities.store.Each;
import io.weft.activities.store.Entries;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.PassStore.Ending;
import io.weft.activities.store.Provisional;
import io.weft.activities.store.Settled;
import io.weft.activities.store.Settlement;
import io.weft.activities.store.Sheet;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The last transaction of passes: links, hints, intents, bases, claims, audit, ledger. */
final class Settlements {
  private final Wiring wiring;
  private final LinkRows links;
  private final Claims claims;
  private final BaseRows bases;
  private final IntentRows intents;
  private final HintRows hints;
  private final AuditRows audit;
  private final Closing closing;

  Settlements(Wiring wiring) {
    this.wiring = wiring;
    this.links = new LinkRows(wiring);
    this.claims = new Claims(wiring);
    this.bases = new BaseRows(wiring);
    this.intents = new IntentRows(wiring);
    this.hints = new HintRows(wiring);
    this.audit = new AuditRows(wiring);
    this.closing = new Closing(wiring);
  }

  /**
   * Settles those that the fence let through.
   *
   * @param fenced what the fence said of each, in the order of the endings
   */
  List<Each<Settled>> settle(Handle handle, List<Ending> endings, List<Each<Sheet>> fenced) {
    List<Each<Sheet>> linked = new ArrayList<>();
    Map<PairId, Ending> going = new LinkedHashMap<>();
    for (int i = 0; i < endings.size(); i++) {
      Ending one = endings.get(i);
      Each<Sheet> each = fenced.get(i);
      LinkChange change = one.done().link();
      if (each instanceof Each.Stored<Sheet> && !change.isNone()) {
        each = Apart.run(handle, () -> relinked(handle, one.sheet(), change));
      }
      if (each instanceof Each.Stored<Sheet> stored) {
        going.put(stored.result().link().pair(), one);
      }
      linked.add(each);
    }
    Map<PairId, Settled> settled = settle(handle, going);
    return linked.stream()
        .map(each -> each.then(sheet -> Objects.requireNonNull(settled.get(sheet.link().pair()))))
        .toList();
  }

  private Sheet relinked(Handle handle, Sheet sheet, LinkChange change) {
    links.change(handle, sheet.link(), change);
    adopt(handle, sheet.link().pair(), change.d365Key());
    return sheet;
  }

  /** What was hinted of the record before its number was known to be this pair's. */
  private void adopt(Handle handle, PairId pair, @Nullable String number) {
    if (number != null && !Provisional.is(number)) {
      RecordRef record = RecordRef.d365(pair.object(), pair.legalEntity(), number);
      hints.handOver(handle, record, List.of(pair));
    }
  }

  /** All but the links; the locks of audit and ledger come last. */
  private Map<PairId, Settled> settle(Handle handle, Map<PairId, Ending> going) {
    Ledger ledger = new Ledger();
    Map<PairId, Settled> settled = cover(handle, going, ledger);
    Map<PairId, List<IntentResult>> results = new LinkedHashMap<>();
    List<BaseRows.Change> changes = new ArrayList<>();
    going.forEach(
        (pair, one) -> {
          results.put(pair, one.done().results());
          changes.addAll(BaseRows.Change.of(pair, one.done().bases(), one.done().digests()));
        });
    List<Entry> rows = closing.close(handle, results);
    bases.store(handle, changes);
    going.forEach(
        (pair, one) -> {
          rows.addAll(words(one.sheet(), one.done()));
          if (one.done().unpark()) {
            SqlParkedStore.close(handle, pair.path());
          }
        });
    intents.prune(handle, going.keySet());
    claims.free(handle, going.values().stream().map(Ending::sheet).toList());
    audit.add(handle, rows);
    ledger.write(handle);
    return settled;
  }

  private Map<PairId, Settled> cover(Handle handle, Map<PairId, Ending> going, Ledger ledger) {
    Map<String, List<Delivery>> open =
        hints.openLocked(handle, going.keySet().stream().map(PairId::path).toList());
    Map<PairId, Settled> settled = new LinkedHashMap<>();
    going.forEach(
        (pair, one) -> {
          List<Delivery> deliveries = open.getOrDefault(pair.path(), List.of());
          settled.put(pair, new Settled(cover(handle, one, deliveries, ledger)));
        });
    return settled;
  }

  /** Closes what this settlement covers; returns whether anything is left to look at. */
  private boolean cover(Handle handle, Ending one, List<Delivery> open, Ledger ledger) {
    PairId pair = one.sheet().link().pair();
    Settlement done = one.done();
    Map<Long, Disposition> endings = done.endings(one.sheet().deliveries(), open);
    HintEndings.close(handle, pair.path(), endings, null, ledger);
    if (done.again()) {
      Hint look = Hint.of(one.sheet().link().record(Side.CREATIO), Origin.PASS, wiring.now());
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
}
