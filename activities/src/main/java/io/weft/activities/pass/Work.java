package io.weft.activities.pass;

import io.weft.activities.merge.Base;
import io.weft.activities.object.SyncObject;
import io.weft.activities.store.Delivery;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.Settlement;
import io.weft.activities.store.Sheet;
import io.weft.activities.value.Digest;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.PassRequest;
import io.weft.workflows.pass.Progress;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one attempt of a pass has gathered so far. Used by one thread. */
final class Work {
  final SyncObject object;
  final PassRequest request;
  final Attempt attempt;
  final Sheet sheet;

  final Extent extent;

  /** Whether this is the last or only step, which covers the hints. */
  final boolean last;

  final LinkStore links;

  /** The number of D365's record as far as it is known by now. */
  String d365Key;

  Both<@Nullable Snapshot> now = new Both<>(null, null);
  Both<@Nullable Base> bases;

  /** Whose record was read last. */
  private @Nullable Side lastRead;

  /** D365's record, if it was read before anything else was; good for the first look. */
  @Nullable Snapshot peeked;

  Both<@Nullable String> digests = new Both<>(null, null);
  Both<Settlement.@Nullable Seen> seen = new Both<>(null, null);
  LinkChange linkChange = LinkChange.NONE;
  boolean wrote;
  boolean proposed;
  boolean again;
  boolean observed;

  /** Whether both sides say something different that is a person's to decide; null: not planned. */
  @Nullable Boolean asked;

  /** Whether a write was turned down, so that the rest of the plan waits. */
  boolean stopped;

  int round;
  private int intents;
  final List<FieldDecision> decisions = new ArrayList<>();
  final List<FieldDecision> remarks = new ArrayList<>();
  final List<Problem> problems = new ArrayList<>();
  final List<IntentResult> results = new ArrayList<>();

  Work(
      SyncObject object,
      PassRequest request,
      Attempt attempt,
      Sheet sheet,
      Extent extent,
      LinkStore links) {
    this.extent = extent;
    this.last = extent != Extent.STEP;
    this.links = links;
    this.d365Key = sheet.link().d365Key();
    this.object = object;
    this.request = request;
    this.attempt = attempt;
    this.sheet = sheet;
    this.bases = sheet.bases();
  }

  Link link() {
    return sheet.link();
  }

  /** The record of one side, by the key that is known by now. */
  RecordRef record(Side side) {
    Link link = link();
    return side == Side.CREATIO
        ? link.record(side)
        : RecordRef.d365(link.pair().object(), link.pair().legalEntity(), d365Key);
  }

  /** Whether a person said "again". */
  boolean isRetry() {
    return request.instructions().stream().anyMatch(Instruction.Retry.class::isInstance);
  }

  /** Notes what one side shows at this moment; null where it has no such record. */
  void show(Side side, @Nullable Snapshot read) {
    now = now.with(side, read);
    lastRead = side;
  }

  /** Whether Creatio's record is there, and was read after D365's. */
  boolean creatioIsYounger() {
    return now.creatio() != null && lastRead == Side.CREATIO;
  }

  /** Notes that both records as read now have been judged: the same rows in a feed are no news. */
  void judged() {
    for (Side side : Side.values()) {
      judged(side, now.of(side));
    }
  }

  /** The same for one side, as it was read again. A document is judged whole, at its end. */
  void judged(Side side, @Nullable Snapshot read) {
    if (!object.document()) {
      digests = digests.with(side, read == null ? null : Digest.of(read.fields()));
    }
  }

  /** Unique over all attempts and all starts of one attempt: a start raises the fence. */
  String nextIntentId() {
    return attempt.holder().attempt() + "/" + sheet.fences().creatio() + "/" + ++intents;
  }

  /** The base of one side, or one that knows nothing. */
  Base base(Side side) {
    Base base = bases.of(side);
    return base == null ? Base.NONE : base;
  }

  /** Remembers whether the customer is held by us from now on. */
  void upkeepDone(Fields sent, boolean there) {
    if (there) {
      linkChange = LinkChange.held(object.lifecycle().isHold(sent));
    }
  }

  /** How far the document has come with this step: what the first step saw is what is covered. */
  Progress progress() {
    Progress before = request.progress();
    long mark =
        before != null
            ? before.mark()
            : sheet.deliveries().stream().mapToLong(Delivery::hintId).max().orElse(0);
    return new Progress(mark, wroteAtAll(), Parts.judged(this));
  }

  /** Whether this step or one before has written. */
  boolean wroteAtAll() {
    Progress before = request.progress();
    return wrote || (before != null && before.wrote());
  }

  /** Both bases, known or not. */
  Both<Base> knownBases() {
    return new Both<>(base(Side.CREATIO), base(Side.D365));
  }
}
