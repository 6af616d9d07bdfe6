package io.weft.activities.store.sql;

import io.weft.activities.merge.Base;
import io.weft.activities.store.AuditStore.Entry;
import io.weft.activities.store.Delivery;
import io.weft.activities.store.Each;
import io.weft.activities.store.Holder;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.Link;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.Settled;
import io.weft.activities.store.Settlement;
import io.weft.activities.store.Sheet;
import io.weft.activities.store.StoreException;
import io.weft.activities.store.sql.IntentRows.Announcing;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One pair is many of which there is one. Locks are taken in the order of {@link
 * Dialect#POSTGRESQL}; remote calls are never inside.
 */
final class SqlPassStore implements PassStore {
  private final Wiring wiring;
  private final Database database;
  private final LinkRows links;
  private final Claims claims;
  private final Fences fences;
  private final BaseRows bases;
  private final IntentRows intents;
  private final HintRows hints;
  private final AuditRows audit;
  private final Closing closing;
  private final Settlements settlements;
  private final LateSuccess late;

  SqlPassStore(Wiring wiring) {
    this.wiring = wiring;
    this.database = wiring.database();
    this.links = new LinkRows(wiring);
    this.claims = new Claims(wiring);
    this.fences = new Fences(wiring);
    this.bases = new BaseRows(wiring);
    this.intents = new IntentRows(wiring);
    this.hints = new HintRows(wiring);
    this.audit = new AuditRows(wiring);
    this.closing = new Closing(wiring);
    this.settlements = new Settlements(wiring);
    this.late = new LateSuccess(wiring);
  }

  @Override
  public Sheet open(PairId pair, Holder holder) {
    return only(openAll(List.of(new Opening(pair, holder))));
  }

  /** What became of the one, or why it was left out. */
  private static <T> T only(List<Each<T>> each) {
    if (each.get(0) instanceof Each.LeftOut<T> out) {
      throw out.why();
    }
    return ((Each.Stored<T>) each.get(0)).result();
  }

  @Override
  public List<Each<Sheet>> openAll(List<Opening> openings) {
    return database.write(handle -> openAll(handle, openings));
  }

  private List<Each<Sheet>> openAll(Handle handle, List<Opening> openings) {
    List<PairId> pairs = openings.stream().map(Opening::pair).toList();
    Map<PairId, Link> locked = links.locked(handle, pairs);
    Map<Link, Each<Both<Long>>> taken = claims.take(handle, wanted(openings, locked));
    Map<PairId, BaseRows.Known> known = bases.of(handle, pairs);
    List<Intent> open = intents.open(handle, locked.values());
    Map<String, List<Delivery>> hinted =
        hints.open(handle, pairs.stream().map(PairId::path).toList());
    List<Each<Sheet>> opened = new ArrayList<>();
    for (Opening one : openings) {
      Link link = Objects.requireNonNull(locked.get(one.pair()));
      BaseRows.Known bases = known.getOrDefault(one.pair(), BaseRows.Known.NOTHING);
      List<Delivery> deliveries = hinted.getOrDefault(one.pair().path(), List.of());
      opened.add(
          Objects.requireNonNull(taken.get(link))
              .then(
                  fences ->
                      new Sheet(
                          link,
                          one.holder(),
                          fences,
                          bases.bases(),
                          bases.digests(),
                          open.stream().filter(intent -> concerns(intent, link)).toList(),
                          deliveries)));
    }
    return opened;
  }

  /** In one order, so that two of these do not wait for each other in a ring. */
  private static Map<Link, Holder> wanted(List<Opening> openings, Map<PairId, Link> locked) {
    List<Opening> sorted = new ArrayList<>(openings);
    sorted.sort(Comparator.comparing(one -> one.pair().path()));
    Map<Link, Holder> wanted = new LinkedHashMap<>();
    for (Opening one : sorted) {
      Link link = locked.get(one.pair());
      if (link == null) {
        throw new IllegalArgumentException("there is no pair " + one.pair().path());
      }
      wanted.put(link, one.holder());
    }
    return wanted;
  }

  private static boolean concerns(Intent intent, Link link) {
    RecordRef target = intent.target();
    return intent.pair().equals(link.pair()) || target.equals(link.record(target.side()));
  }

  @Override
  public void announce(Sheet sheet, List<Intent> announced) {
    only(announceAll(List.of(new Announcement(sheet, announced))));
  }

  @Override
  public List<Each<Sheet>> announceAll(List<Announcement> announcements) {
    return database.write(
        handle -> {
          List<Each<Sheet>> each =
              fenced(handle, announcements.stream().map(Announcement::sheet).toList());
          List<Announcing> going = new ArrayList<>();
          for (int i = 0; i < each.size(); i++) {
            Announcement one = announcements.get(i);
            if (each.get(i) instanceof Each.Stored<Sheet>) {
              one.intents().forEach(intent -> going.add(Announcing.of(one.sheet(), intent)));
            }
          }
          intents.insert(handle, going);
          return each;
        });
  }

  /** The fence: nothing that follows in this transaction happens for an overtaken attempt. */
  private List<Each<Sheet>> fenced(Handle handle, List<Sheet> sheets) {
    Predicate<Sheet> current = fences.asked(handle, sheets);
    List<Each<Sheet>> each = new ArrayList<>();
    for (Sheet sheet : sheets) {
      each.add(
          current.test(sheet)
              ? new Each.Stored<>(sheet)
              : new Each.LeftOut<>(
                  new StoreException.Overtaken(
                      sheet.link().pair().path() + " was taken over by a later attempt")));
    }
    return each;
  }

  @Override
  public void confirm(
      Sheet sheet,
      List<IntentResult> results,
      Both<@Nullable Base> newBases,
      Both<@Nullable String> digests) {
    only(confirmAll(List.of(new Confirmation(sheet, results, newBases)), digests));
  }

  @Override
  public List<Each<Sheet>> confirmAll(List<Confirmation> confirmations) {
    return confirmAll(confirmations, new Both<>(null, null));
  }

  private List<Each<Sheet>> confirmAll(
      List<Confirmation> confirmations, Both<@Nullable String> digests) {
    List<Each<Sheet>> each =
        database.write(
            handle -> {
              List<Each<Sheet>> fenced =
                  fenced(handle, confirmations.stream().map(Confirmation::sheet).toList());
              Map<PairId, List<IntentResult>> results = new LinkedHashMap<>();
              List<BaseRows.Change> changes = new ArrayList<>();
              for (int i = 0; i < fenced.size(); i++) {
                Confirmation one = confirmations.get(i);
                if (fenced.get(i) instanceof Each.Stored<Sheet> going) {
                  PairId pair = going.result().link().pair();
                  results.put(pair, one.results());
                  changes.addAll(BaseRows.Change.of(pair, one.bases(), digests));
                }
              }
              List<Entry> rows = closing.close(handle, results);
              bases.store(handle, changes);
              audit.add(handle, rows);
              return fenced;
            });
    late.correct(each, confirmations.stream().map(Confirmation::results).toList());
    return each;
  }

  @Override
  public long mark(PairId pair) {
    return marks(List.of(pair)).getOrDefault(pair, 0L);
  }

  @Override
  public Map<PairId, Long> marks(Collection<PairId> pairs) {
    String sql =
        "SELECT workflow, MAX(hint_id) AS mark FROM delivery WHERE "
            + wiring.dialect().among("workflow", "pairs")
            + " GROUP BY workflow";
    return database.read(
        handle ->
            handle
                .createQuery(sql)
                .bind("pairs", Batches.list(pairs.stream().map(PairId::path).toList()))
                .map(
                    (row, context) ->
                        Map.entry(PairId.parse(row.getString("workflow")), row.getLong("mark")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public Settled settle(Sheet sheet, Settlement done) {
    return only(settleAll(List.of(new Ending(sheet, done))));
  }

  @Override
  public List<Each<Settled>> settleAll(List<Ending> endings) {
    List<Each<Settled>> each =
        database.write(
            handle ->
                settlements.settle(
                    handle, endings, fenced(handle, endings.stream().map(Ending::sheet).toList())));
    late.correct(each, endings.stream().map(e -> e.done().results()).toList());
    return each;
  }

  @Override
  public void release(Sheet sheet) {
    database.change(handle -> claims.free(handle, List.of(sheet)));
  }
}
