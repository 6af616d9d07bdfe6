package io.weft.activities.simulation;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.object.Records;
import io.weft.activities.store.Provisional;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One remote system: records with versions, guarded updates, unique keys, a journal. Answers can be
 * lost, writes can land late, the system can keep values in a form of its own, and it can answer
 * with success and do nothing.
 */
final class Remote implements Records {
  static final String OURS = "weft";
  private static final Duration LATEST = Duration.ofMinutes(4);

  private final Side side;
  private final World world;
  private final Map<RecordRef, RemoteRecord> records = new LinkedHashMap<>();
  UnaryOperator<Fields> form = UnaryOperator.identity();
  boolean ignoresWrites;

  /** What does not arrive with a new record, whose answer is lost as well. */
  String cutOff = "";

  /** Whether new records are numbered here, and found by the reference that they were sent with. */
  boolean assigns;

  /** Whether a look for a reference finds nothing, until something was created. */
  boolean blind;

  boolean guards = true;
  boolean refusesLostAnswers;

  Remote(Side side, World world) {
    this.side = side;
    this.world = world;
  }

  Map<RecordRef, RemoteRecord> all() {
    return records;
  }

  RemoteRecord get(RecordRef record) {
    return records.get(record);
  }

  void seed(RecordRef record, Fields fields) {
    records.put(record, new RemoteRecord(fields, 1, world.clock.instant(), "user"));
  }

  void remove(RecordRef record) {
    records.remove(record);
  }

  /** A user's edit. */
  void edit(RecordRef record, String field, Value value) {
    RemoteRecord old = records.get(record);
    if (old != null) {
      commit(record, Fields.of(field, value), false, false);
    }
  }

  @Override
  public Optional<Snapshot> read(RecordRef record) {
    refuseIfThrottled(world.points.at(side + ".read"));
    Snapshot seen = snapshot(record);
    refuseIfThrottled(world.points.at(side + ".read answered"));
    return Optional.ofNullable(seen);
  }

  Snapshot snapshot(RecordRef record) {
    RemoteRecord now = records.get(record);
    if (now == null) {
      return null;
    }
    String etag = side == Side.D365 ? "W/" + now.version() : null;
    return new Snapshot(
        record,
        now.fields(),
        etag,
        side == Side.CREATIO ? now.modifiedOn() : null,
        now.modifiedBy());
  }

  @Override
  public List<Snapshot> find(RecordRef wanted) {
    return read(wanted).stream().toList();
  }

  @Override
  public List<Snapshot> find(RecordRef wanted, Fields like) {
    if (!Provisional.is(wanted.key())) {
      return find(wanted);
    }
    refuseIfThrottled(world.points.at(side + ".find"));
    List<Snapshot> found =
        records.keySet().stream()
            .filter(record -> !blind && wanted.path().equals(world.sentAs.get(record.path())))
            .map(this::snapshot)
            .toList();
    refuseIfThrottled(world.points.at(side + ".find answered"));
    return found;
  }

  @Override
  public void create(RecordRef wanted, Fields fields) {
    if (fields.has(cutOff) && !records.containsKey(wanted)) {
      List<String> arrives = fields.names().stream().filter(n -> !n.equals(cutOff)).toList();
      commit(wanted, fields.only(arrives), true, true);
      throw lost();
    }
    write(wanted, fields, null);
  }

  @Override
  public void update(Snapshot seen, Fields changes) {
    write(seen.record(), changes, seen);
  }

  private void write(RecordRef record, Fields fields, Snapshot guard) {
    Mischief.Kind sent = world.points.at(side + ".write leaves");
    refuseIfThrottled(sent);
    if (sent == Mischief.Kind.LATE_COMMIT) {
      world.later(() -> land(record, fields, guard, true));
      throw lost();
    }
    land(record, fields, guard, false);
    Mischief.Kind answered = world.points.at(side + ".write answered");
    if (sent == Mischief.Kind.LOST_ANSWER || answered != null) {
      throw refusesLostAnswers
          ? new RemoteException.Rejected(side, "write", "500 after the commit", null)
          : lost();
    }
  }

  private void land(RecordRef record, Fields fields, Snapshot guard, boolean late) {
    try {
      guarded(record, fields, guard);
    } catch (RemoteException e) {
      if (!late) {
        throw e;
      }
      world.points.note("late write refused by " + side);
    }
  }

  private void guarded(RecordRef record, Fields fields, Snapshot guard) {
    RemoteRecord now = records.get(record);
    if (guard == null && now != null) {
      throw conflict(RemoteException.Conflict.Kind.EXISTS);
    }
    if (guard != null && now == null) {
      throw conflict(RemoteException.Conflict.Kind.GONE);
    }
    if (guard != null && guards && !guard.version().equals(snapshot(record).version())) {
      throw conflict(RemoteException.Conflict.Kind.MOVED);
    }
    if (!ignoresWrites || guard == null) {
      world.ledger.landing(record, fields);
      commit(guard == null ? numbered(record) : record, fields, true, guard == null);
    }
  }

  private RecordRef numbered(RecordRef wanted) {
    if (!Provisional.is(wanted.key())) {
      return wanted;
    }
    RecordRef made = new RecordRef(wanted.object(), side, wanted.legalEntity(), nextNumber());
    world.sentAs.put(made.path(), wanted.path());
    blind = false;
    return made;
  }

  private String nextNumber() {
    return "SO-" + (records.size() + 1);
  }

  private void commit(RecordRef record, Fields fields, boolean ours, boolean create) {
    RemoteRecord old = records.get(record);
    Fields before = old == null ? Fields.none() : old.fields();
    Fields after = before.with(ours ? form.apply(fields) : fields);
    if (create && side == Side.D365) {
      after = after.with("key", new Value.Code(record.key()));
    }
    long version = old == null ? 1 : old.version() + 1;
    String by = ours ? OURS : "user";
    records.put(record, new RemoteRecord(after, version, world.clock.instant(), by));
    world.journal(record, ours, create, before, after);
    if (ours) {
      world.hint(record); // both systems tell of writes by the integration user, too
    }
  }

  private void refuseIfThrottled(Mischief.Kind kind) {
    if (kind == Mischief.Kind.THROTTLED) {
      throw new RemoteException.Throttled(side, "call", "slow down", Duration.ofSeconds(3));
    }
  }

  private RemoteException lost() {
    return new RemoteException.Unavailable(side, "write", "no answer", true, null, null);
  }

  private RemoteException conflict(RemoteException.Conflict.Kind kind) {
    return new RemoteException.Conflict(side, "write", kind.toString(), kind);
  }

  /** How long a late write may take at most; less than the horizon. */
  static Duration latest() {
    return LATEST;
  }
}
