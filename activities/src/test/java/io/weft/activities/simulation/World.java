package io.weft.activities.simulation;

import io.weft.activities.hint.Runs;
import io.weft.activities.hint.Waiting;
import io.weft.activities.introduction.Introducer;
import io.weft.activities.introduction.Reviewed;
import io.weft.activities.object.Arrival;
import io.weft.activities.object.Lifecycle;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.pass.BatchPass;
import io.weft.activities.pass.Pass;
import io.weft.activities.store.HintStore;
import io.weft.activities.store.Incoming;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.StoredHint;
import io.weft.activities.store.memory.MemoryStores;
import io.weft.activities.value.Digest;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two remote systems, the store, the code under test, and what happens around them. */
final class World {
  static final LegalEntity USMF = new LegalEntity("usmf");
  static final LegalEntity DEMF = new LegalEntity("demf");
  private static final Set<String> QUIET =
      new LinkedHashSet<>(List.of("linksOf", "find", "counts", "waiting", "unfinished", "mark"));

  final SimClock clock = new SimClock();
  final Points points;
  final Remote creatio = new Remote(Side.CREATIO, this);
  final Remote d365 = new Remote(Side.D365, this);
  final MemoryStores stores;
  final List<Commit> journal = new ArrayList<>();
  final List<UserEdit> edits = new ArrayList<>();
  final Map<String, String> mergedInto = new LinkedHashMap<>();

  /** By what reference a record was sent that D365 has numbered itself. */
  final Map<String, String> sentAs = new LinkedHashMap<>();

  /** Accounts that may be introduced only after {@link Scenario#ACCOUNT}. */
  final Set<RecordRef> dependants = new LinkedHashSet<>();

  final Set<String> told = new LinkedHashSet<>();
  final Set<RecordRef> unread = new LinkedHashSet<>();
  final InFlight ledger = new InFlight();
  final Pass pass;
  final BatchPass batch;
  final Introducer introducer;
  final HintStore hints;
  final LinkStore links;
  List<LegalEntity> legalEntities = List.of(USMF);

  /** Whether D365 sends no events, so that only a feed tells of its changes, each once. */
  boolean polled;

  Duration lateness = Duration.ofSeconds(90);
  private final List<Late> late = new ArrayList<>();
  private final Rules rules;
  private boolean landing;

  private record Late(Instant due, Runnable write) {}

  World(Map<Integer, Mischief> script, Rules rules) {
    this.rules = rules;
    this.points = new Points(script);
    this.stores = new MemoryStores(clock);
    PassStore passes = rules.passes(ledger.watch(stores.passes()), this);
    this.links = Watched.of(LinkStore.class, rules.links(stores.links(), this), points, QUIET);
    this.hints = rules.hints(stores.hints(), this);
    this.pass =
        new Pass(
            Watched.of(PassStore.class, passes, points, QUIET),
            links,
            object -> true,
            waiting(),
            clock,
            rules.ownUser());
    this.batch = new BatchPass(pass);
    this.introducer =
        new Introducer(
            objects(),
            links,
            Watched.of(HintStore.class, hints, points, QUIET),
            waiting(),
            Reviewed.nothing());
    points.tick(this::landDue);
    rules.prepare(this);
  }

  private Waiting waiting() {
    Runs runs =
        new Runs() {
          @Override
          public void changed(PairId pair, Hint hint) {
            told.add(pair.path());
          }

          @Override
          public void introduce(Hint hint) {
            told.add("introduce/" + hint.record().path());
          }
        };
    return new Waiting(
        rules.waiters(stores.waiters(), this), stores.links(), stores.parked(), runs, clock);
  }

  SyncObject plug() {
    return rules.plug(new SimObject(this).plug());
  }

  Arrival arrival(SimObject object) {
    return rules.arrival(object, this);
  }

  Lifecycle lifecycle(SimObject object) {
    return rules.lifecycle(object);
  }

  private SyncObjects objects() {
    return new SyncObjects() {
      @Override
      public SyncObject of(SyncObjectName object, LegalEntity legalEntity) {
        return plug();
      }

      @Override
      public SyncObject arriving(RecordRef record) {
        return plug();
      }
    };
  }

  void journal(RecordRef record, boolean ours, boolean create, Fields before, Fields after) {
    journal.add(new Commit(journal.size(), record, ours, create, before, after));
    points.note(
        (ours ? "weft" : "user") + " wrote " + record.path() + " " + after.asMap().values());
  }

  /** A user edits a record to a value that was never there. */
  void edit(RecordRef record, String field, String text) {
    edit(record, field, text, false);
  }

  /** A user edits a record, and the webhook or event of it arrives. */
  void edit(RecordRef record, String field, String text, boolean revert) {
    Remote remote = remote(record.side());
    RemoteRecord now = remote.get(record);
    if (now == null || now.fields().get(field).text().equals(text)) {
      return;
    }
    remote.edit(record, field, new Value.Text(text));
    edits.add(new UserEdit(journal.size() - 1, record, field, text, revert));
    hint(record);
  }

  /** The value of a field before its last change. */
  String valueBefore(RecordRef record, String field) {
    Fields now = remote(record.side()).get(record).fields();
    for (int i = journal.size() - 1; i >= 0; i--) {
      Commit commit = journal.get(i);
      boolean changed =
          commit.record().equals(record)
              && commit.after().get(field).equals(now.get(field))
              && !commit.before().get(field).equals(now.get(field));
      if (changed && commit.before().has(field)) {
        return commit.before().get(field).text();
      }
    }
    return now.get(field).text();
  }

  Remote remote(Side side) {
    return side == Side.CREATIO ? creatio : d365;
  }

  /** Word of a change reaches the store, or waits for the feed. */
  void hint(RecordRef record) {
    if (polled && record.side() == Side.D365) {
      unread.add(record);
    } else {
      event(record);
    }
  }

  /** Word of a change reaches the store, and whoever is to be told. */
  private void event(RecordRef record) {
    RemoteRecord now = remote(record.side()).get(record);
    Instant modifiedOn = now == null || record.side() == Side.D365 ? null : now.modifiedOn();
    Hint hint = new Hint(record, Origin.WEBHOOK, clock.instant(), modifiedOn, "user", now == null);
    tell(hints.accept(List.of(Incoming.of(hint))));
  }

  void tell(List<StoredHint> stored) {
    for (StoredHint hint : stored) {
      hint.pairs().forEach(pair -> told.add(pair.path()));
      if (hint.unknown()) {
        told.add("introduce/" + hint.hint().record().path());
      }
      hints.delivered(hint);
    }
  }

  /** A user merges the youngest account into a double that he has just made. */
  void merge() {
    List<RecordRef> all = List.copyOf(creatio.all().keySet());
    if (all.isEmpty() || !mergedInto.isEmpty()) {
      return;
    }
    RecordRef lost = all.get(all.size() - 1);
    RecordRef survivor = RecordRef.creatio(lost.object(), "survivor");
    Fields fields = creatio.get(lost).fields();
    creatio.remove(lost);
    creatio.seed(survivor, fields);
    mergedInto.put(lost.key(), survivor.key());
    points.note("user merged " + lost.path() + " into " + survivor.path());
    hint(lost);
    hint(survivor);
  }

  /** The record that this one's content lives in now. */
  RecordRef current(RecordRef record) {
    String survivor = record.side() == Side.CREATIO ? mergedInto.get(record.key()) : null;
    return survivor == null ? record : RecordRef.creatio(record.object(), survivor);
  }

  /** A feed reads what changed in D365 since it last looked; where events come, everything. */
  void feed() {
    List<RecordRef> rows = List.copyOf(polled ? unread : d365.all().keySet());
    unread.clear();
    rows.forEach(this::feed);
  }

  /** A feed reads a D365 record and drops it if it is our own echo. */
  private void feed(RecordRef record) {
    Snapshot row = d365.snapshot(record);
    if (row == null) {
      return;
    }
    Hint hint = Hint.of(record, Origin.POLLER, clock.instant());
    Incoming seen = new Incoming(hint, Digest.of(row.fields()), null);
    var lease = stores.feeds().lease("customers", "poller", Duration.ofMinutes(1), Duration.ZERO);
    tell(
        rules
            .feeds(stores.feeds(), this)
            .advance(lease.orElseThrow(), "token", List.of(seen), Map.of(), true)
            .hints());
  }

  void later(Runnable write) {
    late.add(new Late(clock.peek().plus(lateness), write));
  }

  boolean somethingIsOnItsWay() {
    return !late.isEmpty();
  }

  void landDue() {
    if (landing) {
      return;
    }
    landing = true;
    for (Late write : List.copyOf(late)) {
      if (!write.due().isAfter(clock.peek())) {
        late.remove(write);
        points.note("a late write lands");
        write.write().run();
      }
    }
    landing = false;
  }

  /** One edit by a user. {@code index} is its place in the journal. */
  record UserEdit(int index, RecordRef record, String field, String value, boolean revert) {}
}
