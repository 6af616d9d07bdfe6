package io.weft.activities.pass;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.merge.Plan;
import io.weft.activities.object.Standing;
import io.weft.activities.object.SyncObject;
import io.weft.activities.pass.BatchPass.BatchOutcome;
import io.weft.activities.store.Each;
import io.weft.activities.store.PassStore.Ending;
import io.weft.activities.store.PassStore.Opening;
import io.weft.activities.store.Provisional;
import io.weft.activities.store.Settled;
import io.weft.activities.store.Sheet;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of a pass, each done for all pairs of a chunk before the next: open, read D365, read
 * Creatio, plan, write D365, write Creatio, once more where something was made, tell, settle. A
 * pair that cannot go along drops out and hurts nobody else. Used once, by one thread.
 */
final class Chunk {
  private final BatchPass.Tools tools;
  private final SyncObject object;
  private final Map<PairId, Attempt> attempts;
  private final Map<PairId, BatchOutcome> outcomes = new LinkedHashMap<>();
  private final List<PairId> unusual = new ArrayList<>();

  /** Claimed and neither settled nor let go. */
  private final Map<PairId, Work> held = new LinkedHashMap<>();

  Chunk(BatchPass.Tools tools, SyncObject object, Map<PairId, Attempt> attempts) {
    this.tools = tools;
    this.object = object;
    this.attempts = attempts;
  }

  /** Pairs that want a pass of their own; nothing of theirs is claimed any more. */
  List<PairId> unusual() {
    return List.copyOf(unusual);
  }

  /** What became of the others. */
  Map<PairId, BatchOutcome> run() {
    try {
      open();
      List<Work> all = List.copyOf(held.values());
      read(all);
      List<Work> made = carryOut(still(all));
      readOn(made);
      carryOut(still(made));
      new Tellings(this, tools, object).tell(List.copyOf(held.values()));
      settle();
    } catch (RuntimeException e) {
      allEnded(e);
    }
    return outcomes;
  }

  /** Everybody is let go before it is said what it means, which may be thrown. */
  private void allEnded(RuntimeException failure) {
    List<Work> works = List.copyOf(held.values());
    try {
      works.forEach(this::release);
    } catch (RuntimeException e) {
      failure.addSuppressed(e); // the claims end by themselves
    }
    works.forEach(
        work -> {
          PairId pair = work.link().pair();
          outcomes.put(pair, BatchPass.ending(pair, failure));
        });
  }

  private void open() {
    List<Opening> openings = new ArrayList<>();
    attempts.forEach((pair, attempt) -> openings.add(new Opening(pair, attempt.holder())));
    List<Each<Sheet>> opened = tools.store().openAll(openings);
    for (int i = 0; i < opened.size(); i++) {
      PairId pair = openings.get(i).pair();
      if (opened.get(i) instanceof Each.Stored<Sheet> stored) {
        take(pair, stored.result());
      } else if (opened.get(i) instanceof Each.LeftOut<Sheet> out) {
        outcomes.put(pair, BatchPass.ending(pair, out.why()));
      }
    }
  }

  private void take(PairId pair, Sheet sheet) {
    PassRequest request = new PassRequest(pair, List.of());
    Attempt attempt = attempts.get(pair);
    if (attempt == null) {
      throw new IllegalStateException(pair.path() + " was not asked for");
    }
    Work work = new Work(object, request, attempt, sheet, Extent.UNASKED, tools.links());
    held.put(pair, work);
    if (!sheet.openIntents().isEmpty() || Provisional.is(work.d365Key)) {
      leave(work);
    }
  }

  /** Leaves a pair to a pass of its own. */
  void leave(Work work) {
    release(work);
    unusual.add(work.link().pair());
  }

  /** A pair that goes no further here. */
  void ended(Work work, RuntimeException failure) {
    release(work);
    PairId pair = work.link().pair();
    outcomes.put(pair, BatchPass.ending(pair, failure));
  }

  private void release(Work work) {
    held.remove(work.link().pair());
    tools.store().release(work.sheet);
  }

  List<Work> still(List<Work> works) {
    return works.stream().filter(work -> held.containsValue(work)).toList();
  }

  /** D365 first, Creatio last: the younger read guards the side that has no row version. */
  private void read(List<Work> works) {
    again(works, Side.D365);
    again(works, Side.CREATIO);
  }

  /**
   * Once more where something was made, but for what has been read back since. A record of D365 is
   * written only if it is still what was read; one of Creatio must have been read after it.
   */
  private void readOn(List<Work> made) {
    again(made.stream().filter(work -> work.now.d365() == null).toList(), Side.D365);
    again(made.stream().filter(work -> !work.creatioIsYounger()).toList(), Side.CREATIO);
  }

  private void again(List<Work> works, Side side) {
    List<Optional<Snapshot>> now = read(works, side);
    for (int i = 0; i < works.size(); i++) {
      works.get(i).show(side, now.get(i).orElse(null));
    }
  }

  /** The records of one side as they are now. */
  List<Optional<Snapshot>> read(List<Work> works, Side side) {
    if (works.isEmpty()) {
      return List.of();
    }
    works.get(0).attempt.beforeSend();
    List<RecordRef> records = works.stream().map(work -> work.record(side)).toList();
    return object.records().of(side).readAll(records);
  }

  /** Plans and writes; returns those for which a record was made, which want a second round. */
  private List<Work> carryOut(List<Work> works) {
    if (works.isEmpty()) {
      return works;
    }
    boolean open = tools.gate().open(object);
    List<Standing> standings = Standings.judged(object, works);
    Map<Work, Plan> plans = new LinkedHashMap<>();
    for (int i = 0; i < works.size(); i++) {
      Work work = works.get(i);
      try {
        plan(work, standings.get(i), open).ifPresent(plan -> plans.put(work, plan));
      } catch (RuntimeException e) {
        ended(work, e);
      }
    }
    Sendings sendings = new Sendings(this, tools);
    List<Work> created = new ArrayList<>();
    if (open) {
      created.addAll(sendings.send(plans, Side.D365));
      created.addAll(sendings.send(plans, Side.CREATIO));
    }
    return still(created);
  }

  private Optional<Plan> plan(Work work, Standing standing, boolean open) {
    boolean stranger = work.now.d365() != null && Reading.isStranger(work);
    if (stranger || !(standing instanceof Standing.Live)) {
      leave(work);
      return Optional.empty();
    }
    if (!object.lifecycle().upkeep(work.link(), work.now).d365().isEmpty()) {
      leave(work);
      return Optional.empty();
    }
    return Optional.of(Reconciliation.plan(work, open));
  }

  private void settle() {
    List<Work> works = List.copyOf(held.values());
    List<Ending> endings =
        works.stream().map(work -> new Ending(work.sheet, Settling.last(work))).toList();
    List<Each<Settled>> settled = tools.store().settleAll(endings);
    List<Work> inStep = new ArrayList<>();
    for (int i = 0; i < works.size(); i++) {
      Work work = works.get(i);
      if (settled.get(i) instanceof Each.Stored<Settled> stored) {
        PassOutcome outcome = Settling.outcome(work, stored.result());
        done(work.link().pair(), outcome);
        if (outcome instanceof PassOutcome.Settled) {
          inStep.add(work);
        }
      } else if (settled.get(i) instanceof Each.LeftOut<Settled> out) {
        ended(work, out.why());
      }
    }
    tools.pass().tellOthers(inStep);
  }

  private void done(PairId pair, PassOutcome outcome) {
    held.remove(pair);
    outcomes.put(pair, new BatchOutcome.Done(pair, outcome));
  }

  /** The pair parks where its record was refused; anything else ends it here, or starts it anew. */
  void stopped(Work work, RemoteException failure) {
    if (failure instanceof RemoteException.Rejected refusal) {
      work.problems.add(PassProblems.rejected(refusal));
    } else if (failure instanceof RemoteException.Conflict conflict
        && conflict.kind() != RemoteException.Conflict.Kind.BUSY) {
      leave(work);
    } else {
      ended(work, failure);
    }
  }
}
