package io.weft.activities.pass;

import io.weft.activities.merge.Base;
import io.weft.activities.object.SyncObject;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkStore.LinkChange;
import io.weft.activities.store.Settlement;
import io.weft.activities.store.Sheet;
import io.weft.activities.value.Digest;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.PassRequest;
import io.weft.workflows.record.Both;
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

  Both<@Nullable Snapshot> now = new Both<>(null, null);
  Both<@Nullable Base> bases;

  /** D365's record, if it was read before anything else was; good for the first look. */
  @Nullable Snapshot peeked;

  Both<@Nullable String> digests = new Both<>(null, null);
  Both<Settlement.@Nullable Seen> seen = new Both<>(null, null);
  @Nullable LinkChange linkChange;
  boolean wrote;
  boolean proposed;
  boolean again;
  boolean observed;
  int round;
  private int intents;
  final List<FieldDecision> decisions = new ArrayList<>();
  final List<FieldDecision> remarks = new ArrayList<>();
  final List<Problem> problems = new ArrayList<>();
  final List<IntentResult> results = new ArrayList<>();

  Work(SyncObject object, PassRequest request, Attempt attempt, Sheet sheet) {
    this.object = object;
    this.request = request;
    this.attempt = attempt;
    this.sheet = sheet;
    this.bases = sheet.bases();
  }

  Link link() {
    return sheet.link();
  }

  /** Notes that both records as read now have been judged: the same rows in a feed are no news. */
  void judged() {
    digests = now.map(read -> read == null ? null : Digest.of(read.fields()));
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
      boolean held = object.lifecycle().isHold(sent);
      linkChange = new LinkChange(null, null, null, null, null, null, held);
    }
  }

  /** Both bases, known or not. */
  Both<Base> knownBases() {
    return new Both<>(base(Side.CREATIO), base(Side.D365));
  }
}
