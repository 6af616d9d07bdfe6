package io.weft.activities.pass;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.merge.Plan;
import io.weft.activities.object.Records;
import io.weft.activities.object.Upkeep;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.activities.store.PassStore;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a plan: D365 first, then Creatio; each write announced, sent, read back, confirmed.
 * Bases become what was sent, never what was read back: a difference is somebody's next change.
 */
final class PlanWriter {
  private final PassStore store;

  PlanWriter(PassStore store) {
    this.store = store;
  }

  /**
   * Writes both sides. Returns whether a record was created, so that the other side learns of it.
   */
  boolean write(Work work, Plan plan) {
    boolean created = false;
    for (Side side : List.of(Side.D365, Side.CREATIO)) {
      Fields writes = plan.writes().of(side);
      boolean missing = work.now.of(side) == null;
      if (missing ? !plan.createHeldBack() : !writes.isEmpty()) {
        Fields counterpart = plan.confirmed().of(side).of(side.other());
        Intent.Kind kind = missing ? Intent.Kind.CREATE : Intent.Kind.UPDATE;
        send(work, intent(work, side, kind, writes, counterpart, plan.decisions()));
        created |= missing;
      }
    }
    return created;
  }

  /** Writes a hold, or its lifting, to D365. */
  void upkeep(Work work, Upkeep upkeep) {
    Fields none = Fields.none();
    send(
        work, intent(work, Side.D365, Intent.Kind.UPKEEP, upkeep.d365(), none, upkeep.decisions()));
  }

  private Intent intent(
      Work work,
      Side side,
      Intent.Kind kind,
      Fields sent,
      Fields counterpart,
      List<FieldDecision> decisions) {
    Snapshot seen = work.now.of(side);
    Instant deadline = work.attempt.deadline();
    return new Intent(
        work.nextIntentId(),
        work.link().pair(),
        work.link().record(side),
        kind,
        seen == null ? Fields.none() : seen.fields().only(List.copyOf(sent.names())),
        sent,
        counterpart,
        seen == null ? "" : seen.version(),
        decisions.stream().filter(d -> d.target() == side && sent.has(d.field())).toList(),
        work.attempt.clock().instant(),
        deadline,
        deadline.plus(work.object.horizon().of(side)));
  }

  private void send(Work work, Intent intent) {
    work.attempt.beforeSend();
    store.announce(work.sheet, List.of(intent));
    stillTime(work, intent);
    try {
      call(work, intent);
    } catch (RemoteException e) {
      closeIfNothingWasDone(work, intent, e);
      throw e;
    }
    work.wrote = true;
    verify(work, intent);
  }

  /** What ends the attempt here (a worker that stops, time that is up) leaves nothing unknown. */
  private void stillTime(Work work, Intent intent) {
    try {
      work.attempt.beforeSend();
    } catch (RuntimeException e) {
      confirm(work, new IntentResult(intent.id(), Outcome.NOT_SENT, "the attempt ended before it"));
      throw e;
    }
  }

  private static void call(Work work, Intent intent) {
    Records records = work.object.records().of(intent.target().side());
    if (intent.kind() == Intent.Kind.CREATE) {
      records.create(intent.target(), intent.sent());
    } else {
      Snapshot seen = Objects.requireNonNull(work.now.of(intent.target().side()));
      records.update(seen, intent.sent());
    }
  }

  /** A refusal closes the intent; a lost answer leaves it open for the next attempt to look. */
  private void closeIfNothingWasDone(Work work, Intent intent, RemoteException failure) {
    Outcome outcome = outcomeOf(failure);
    if (outcome != null) {
      String note = failure.failureType() + ": " + failure.getMessage();
      confirm(work, new IntentResult(intent.id(), outcome, note));
    }
  }

  private static @Nullable Outcome outcomeOf(RemoteException failure) {
    if (failure instanceof RemoteException.Rejected
        || failure instanceof RemoteException.Conflict) {
      return Outcome.REFUSED;
    }
    if (failure instanceof RemoteException.Malformed) {
      return null;
    }
    return failure instanceof RemoteException.Unavailable lost && lost.sent()
        ? null
        : Outcome.NOT_SENT;
  }

  private void verify(Work work, Intent intent) {
    Side side = intent.target().side();
    long mark = store.mark(work.link().pair());
    work.attempt.beforeSend();
    Snapshot before = work.now.of(side);
    Snapshot after = work.object.records().of(side).read(intent.target()).orElse(null);
    work.now = work.now.with(side, after);
    if (intent.kind() == Intent.Kind.UPKEEP) {
      work.results.add(applied(intent));
      work.upkeepDone(intent.sent(), true);
      return;
    }
    confirm(work, ReadBack.judge(work, intent, before, after, mark));
  }

  private void confirm(Work work, IntentResult result) {
    store.confirm(work.sheet, List.of(result), work.bases, new Both<>(null, null));
  }

  static IntentResult applied(Intent intent) {
    return new IntentResult(intent.id(), Outcome.APPLIED, "answered with success");
  }
}
