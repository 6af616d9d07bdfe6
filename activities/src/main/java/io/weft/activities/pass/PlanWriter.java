package io.weft.activities.pass;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.merge.Plan;
import io.weft.activities.object.LineFields;
import io.weft.activities.object.Records;
import io.weft.activities.object.Records.Request;
import io.weft.activities.object.StateOnRecord;
import io.weft.activities.object.Upkeep;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.Provisional;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a plan: D365 first, then Creatio; each write announced, sent, read back, confirmed.
 * Bases become what was sent, never what was read back: a difference is somebody's next change.
 */
final class PlanWriter {
  /** Requests in one go: large changesets lock long. */
  private static final int AT_ONCE = 50;

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
      Fields counterpart = plan.confirmed().of(side).of(side.other());
      if (work.now.of(side) == null) {
        if (!plan.createHeldBack()) {
          create(work, side, writes, counterpart, plan.decisions());
          created = true;
        }
      } else if (!writes.isEmpty()) {
        update(work, side, writes, counterpart, plan.decisions());
      }
    }
    return created;
  }

  private void create(
      Work work, Side side, Fields writes, Fields counterpart, List<FieldDecision> decisions) {
    Request request = new Request(work.record(side), writes);
    send(work, List.of(IntentDraft.of(work, request, Intent.Kind.CREATE, counterpart, decisions)));
  }

  /** A record in one request; the lines of a document in as few as may be. */
  private void update(
      Work work, Side side, Fields writes, Fields counterpart, List<FieldDecision> decisions) {
    List<Request> requests = work.object.records().of(side).requests(work.record(side), writes);
    for (int from = 0; from < requests.size(); from += AT_ONCE) {
      List<Request> some = requests.subList(from, Math.min(from + AT_ONCE, requests.size()));
      List<Intent> intents = new ArrayList<>();
      for (Request request : some) {
        Fields source = requests.size() == 1 ? counterpart : beside(request, counterpart);
        intents.add(IntentDraft.of(work, request, Intent.Kind.UPDATE, source, decisions));
      }
      send(work, intents);
    }
  }

  /** What of the other side belongs to one of several requests: fields of the same line. */
  private static Fields beside(Request request, Fields counterpart) {
    Set<String> lines = new LinkedHashSet<>();
    request.changes().names().forEach(name -> lines.add(LineFields.line(name)));
    List<String> names =
        counterpart.names().stream().filter(n -> lines.contains(LineFields.line(n))).toList();
    return counterpart.only(names);
  }

  /** Writes a hold, or its lifting, to D365. */
  void upkeep(Work work, Upkeep upkeep) {
    Request request = new Request(work.record(Side.D365), upkeep.d365());
    send(
        work,
        List.of(
            IntentDraft.of(work, request, Intent.Kind.UPKEEP, Fields.none(), upkeep.decisions())));
  }

  /** Shows on the Creatio record how it stands; audited as every write, and not read back. */
  void show(Work work, StateOnRecord state, Fields fields) {
    Intent told = IntentDraft.telling(work, fields);
    work.attempt.beforeSend();
    store.announce(work.sheet, List.of(told));
    stillTime(work, List.of(told));
    try {
      state.show(told.target(), fields);
    } catch (RemoteException e) {
      closeIfNothingWasDone(work, List.of(told), e);
      throw e;
    }
    work.results.add(WriteResults.applied(told));
  }

  private void send(Work work, List<Intent> intents) {
    work.attempt.beforeSend();
    store.announce(work.sheet, intents);
    stillTime(work, intents);
    try {
      call(work, intents);
    } catch (RemoteException e) {
      closeIfNothingWasDone(work, intents, e);
      throw e;
    }
    work.wrote = true;
    verify(work, intents);
  }

  /** What ends the attempt here (a worker that stops, time that is up) leaves nothing unknown. */
  private void stillTime(Work work, List<Intent> intents) {
    try {
      work.attempt.beforeSend();
    } catch (RuntimeException e) {
      confirm(work, WriteResults.all(intents, Outcome.NOT_SENT, "the attempt ended before it"));
      throw e;
    }
  }

  private static void call(Work work, List<Intent> intents) {
    Intent first = intents.get(0);
    Records records = work.object.records().of(first.target().side());
    if (first.kind() == Intent.Kind.CREATE) {
      records.create(first.target(), first.sent());
      return;
    }
    Snapshot seen = Objects.requireNonNull(work.now.of(first.target().side()));
    if (intents.size() == 1 && !work.object.document()) {
      records.update(seen, first.sent());
    } else {
      records.updateAll(
          seen, intents.stream().map(i -> new Request(i.target(), i.sent())).toList());
    }
  }

  /** A refusal closes the intent; a lost answer leaves it open for the next attempt to look. */
  private void closeIfNothingWasDone(Work work, List<Intent> intents, RemoteException failure) {
    List<IntentResult> results = WriteResults.nothingDone(intents, failure);
    if (!results.isEmpty()) {
      confirm(work, results);
    }
  }

  private void verify(Work work, List<Intent> intents) {
    Side side = intents.get(0).target().side();
    long mark = store.mark(work.link().pair());
    Snapshot before = work.now.of(side);
    Snapshot after = readBack(work, intents.get(0));
    work.now = work.now.with(side, after);
    Fields sent = Fields.none();
    for (Intent intent : intents) {
      sent = sent.with(intent.sent());
    }
    List<IntentResult> results = new ArrayList<>();
    for (Intent intent : intents) {
      if (intent.kind() == Intent.Kind.UPKEEP) {
        work.results.add(WriteResults.applied(intent));
        work.upkeepDone(intent.sent(), true);
      } else {
        results.add(ReadBack.judge(work, intent, sent, before, after, mark));
      }
    }
    if (Provisional.is(intents.get(0).target().key())) {
      work.results.addAll(results); // settled together with the number
    } else if (!results.isEmpty()) {
      confirm(work, results);
    }
  }

  private static @Nullable Snapshot readBack(Work work, Intent intent) {
    Side side = intent.target().side();
    if (side == Side.D365 && Provisional.is(work.d365Key)) {
      Snapshot made = LookUp.anybodys(work, intent.sent());
      if (made != null && LookUp.taker(work, made) == null) {
        work.d365Key = made.record().key();
      }
      return made;
    }
    work.attempt.beforeSend();
    return work.object.records().of(side).read(work.record(side)).orElse(null);
  }

  private void confirm(Work work, List<IntentResult> results) {
    store.confirm(work.sheet, results, work.bases, new Both<>(null, null));
  }
}
