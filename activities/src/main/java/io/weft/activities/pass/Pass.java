package io.weft.activities.pass;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.hint.Waiting;
import io.weft.activities.merge.Base;
import io.weft.activities.merge.Plan;
import io.weft.activities.object.Mode;
import io.weft.activities.object.Planner;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.Upkeep;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.Sheet;
import io.weft.activities.store.StoreException;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One reconciliation of a pair: claims both records, finds out what became of earlier writes, reads
 * both sides, plans, writes, settles. Safe to repeat as a whole, and beside its own timed-out twin:
 * every attempt reads again, and every store write depends on the attempt's fences. The steps and
 * what each prevents are in docs/protocol.md.
 */
public final class Pass {
  private static final int STARTS = 3;
  private static final int ROUNDS = 2;
  private static final int LOOKS = 3;

  private final PassStore store;
  private final LinkStore links;
  private final WriteGate gate;
  private final OpenIntents openIntents;
  private final PlanWriter writer;
  private final Settling settling;
  private final Waiting waiting;
  private final Showing showing;
  private final Reading reading;
  private final Standings standings;

  public Pass(
      PassStore store,
      LinkStore links,
      WriteGate gate,
      Waiting waiting,
      Clock clock,
      OpenIntents.OwnUser ownUser) {
    this.store = store;
    this.links = links;
    this.gate = gate;
    this.waiting = waiting;
    this.openIntents = new OpenIntents(store, clock, ownUser);
    this.writer = new PlanWriter(store);
    this.showing = new Showing(writer, gate);
    this.settling = new Settling(store, links);
    this.reading = new Reading(links, settling);
    this.standings = new Standings(waiting, gate, writer, showing, settling);
  }

  /**
   * Reconciles one pair.
   *
   * @throws RemoteException if a system is away, throttles, or denies; the attempt's claims are
   *     free
   * @throws PassException if an earlier outcome is still unknown, or time is up
   * @throws io.weft.activities.store.StoreException if another run works on one of the records
   */
  public PassOutcome run(SyncObject object, PassRequest request, Attempt attempt) {
    return run(object, request, attempt, Extent.WHOLE);
  }

  /**
   * The same for a pair that nobody hinted at: both sides are looked at all the same. Throws as
   * {@link #run}.
   */
  PassOutcome look(SyncObject object, PairId pair, Attempt attempt) {
    return run(object, new PassRequest(pair, List.of()), attempt, Extent.UNASKED);
  }

  /**
   * A step of a document that others follow: the hints stay open until the last step, which is a
   * {@link #run}. Ends as {@link PassOutcome.Stepped} where the next step may follow.
   */
  public PassOutcome step(SyncObject object, PassRequest request, Attempt attempt) {
    return run(object, request, attempt, Extent.STEP);
  }

  private PassOutcome run(SyncObject object, PassRequest request, Attempt attempt, Extent extent) {
    if (object.mode() == Mode.FREEZE) {
      return new PassOutcome.Settled(List.of(), false); // hints stay where they are
    }
    return seenTo(object, request, attempt, once(object, request, attempt, extent));
  }

  /** What came in while a pass was at work is looked at right after it. */
  PassOutcome seenTo(SyncObject object, PassRequest request, Attempt attempt, PassOutcome first) {
    PassOutcome outcome = first;
    for (int look = 1; look < LOOKS && wantsAnother(request, outcome); look++) {
      outcome = again(object, request, attempt, (PassOutcome.Settled) outcome);
    }
    return outcome;
  }

  /** What came in meanwhile, our own echo most often, is seen to in the same breath. */
  private static boolean wantsAnother(PassRequest request, PassOutcome outcome) {
    return outcome instanceof PassOutcome.Settled settled
        && settled.more()
        && request.progress() == null
        && request.instructions().isEmpty(); // they were carried out, and are not to be twice
  }

  private PassOutcome again(
      SyncObject object, PassRequest request, Attempt attempt, PassOutcome.Settled before) {
    try {
      return following(before, once(object, request, attempt, Extent.WHOLE));
    } catch (RemoteException | StoreException | PassException e) {
      return before; // what is done is done: the next pass meets the same trouble
    }
  }

  static PassOutcome following(PassOutcome.Settled before, PassOutcome next) {
    if (!(next instanceof PassOutcome.Settled settled)) {
      return next;
    }
    List<FieldDecision> decisions = new ArrayList<>(before.decisions());
    decisions.addAll(settled.decisions());
    return new PassOutcome.Settled(decisions, settled.more());
  }

  private PassOutcome once(SyncObject object, PassRequest request, Attempt attempt, Extent extent) {
    for (int start = 1; start <= STARTS; start++) {
      PassOutcome outcome = start(object, request, attempt, extent);
      if (outcome != null) {
        return outcome;
      }
    }
    throw new PassException.Restless(request.pair().path());
  }

  /** One start; null if the record moved under us and it is worth starting again at once. */
  private @Nullable PassOutcome start(
      SyncObject object, PassRequest request, Attempt attempt, Extent extent) {
    Sheet sheet = store.open(request.pair(), attempt.holder());
    Work work = new Work(object, request, attempt, sheet, extent, links);
    try {
      PassOutcome outcome = reconcile(work);
      if (outcome instanceof PassOutcome.Settled || outcome instanceof PassOutcome.Stepped) {
        tellOthers(List.of(work));
      }
      return outcome;
    } catch (StartAgain e) {
      store.release(sheet);
      return null;
    } catch (DoubledRecord e) {
      work.problems.add(e.problem());
      showing.outcome(work);
      return settling.parked(work);
    } catch (RemoteException.Rejected e) {
      work.problems.add(PassProblems.rejected(e));
      showing.outcome(work);
      return settling.parked(work);
    } catch (RemoteException.Conflict e) {
      store.release(sheet);
      if (e.kind() == RemoteException.Conflict.Kind.BUSY) {
        throw e;
      }
      return null;
    } catch (RuntimeException e) {
      releaseQuietly(sheet, e);
      throw e;
    }
  }

  /** Those that wait for these records, and where else they belong. */
  void tellOthers(List<Work> works) {
    waiting.settled(works.stream().map(Work::link).toList());
    works.forEach(this::furtherPlaces);
  }

  private void furtherPlaces(Work work) {
    if (!work.observed && work.object.lifecycle().wantsIntroduction(work.link(), work.now)) {
      waiting.introduce(work.link().record(Side.CREATIO));
    }
  }

  private PassOutcome reconcile(Work work) {
    if (nothingToDo(work)) {
      return settling.settled(work);
    }
    if (FamiliarRow.tellsNothing(work)) {
      return settling.told(work);
    }
    openIntents.close(work);
    forgetVainOnRetry(work);
    for (int round = 1; ; round++) {
      reading.read(work);
      PassOutcome over = standings.outcome(work);
      if (over != null) {
        return over;
      }
      waiting.goesOn(work.link());
      boolean created = carryOut(work);
      if (round == ROUNDS || !(created || hasNews(work))) {
        showing.outcome(work);
        return settling.finish(work);
      }
    }
  }

  /**
   * A document that D365 completed when it was written, as with the lots of new lines: the other
   * side is told in the same breath, not in a round of its own.
   */
  private static boolean hasNews(Work work) {
    boolean news =
        work.object.document()
            && work.wrote
            && work.again
            && work.problems.isEmpty()
            && work.request.instructions().isEmpty(); // they are carried out in the first look
    work.again = work.again && !news; // the look that follows sees what moved
    return news;
  }

  /** An echo, or an attempt whose predecessor settled and could not say so. */
  private static boolean nothingToDo(Work work) {
    return work.extent != Extent.UNASKED
        && work.request.progress() == null
        && work.sheet.deliveries().isEmpty()
        && work.sheet.openIntents().isEmpty()
        && work.request.instructions().isEmpty()
        && work.link().state() != LinkState.RESERVED;
  }

  private static void forgetVainOnRetry(Work work) {
    boolean retry =
        work.request.instructions().stream().anyMatch(Instruction.Retry.class::isInstance);
    if (retry) {
      work.bases = work.bases.map(base -> base == null ? null : base.stayed(base.vain().names()));
    }
  }

  /** Plans and writes. Returns whether a record was created, which wants a second round. */
  private boolean carryOut(Work work) {
    boolean open = gate.open(work.object);
    upkeep(work, open);
    Plan plan = plan(work, open);
    return open && writer.write(work, plan);
  }

  /** Plans, and notes in {@code work} all of it that needs no write. */
  static Plan plan(Work work, boolean open) {
    Plan plan = Circles.plan(work, question(work));
    work.decisions.addAll(plan.decisions());
    work.asked = plan.decisions().stream().anyMatch(one -> one.verdict() == Verdict.ASKED);
    // A loser that no write tells of (a kept change on a one-way field) has a row of its own.
    plan.decisions().stream()
        .filter(decision -> decision.rival() != null && decision.target() == null)
        .forEach(work.remarks::add);
    work.problems.addAll(plan.problems());
    work.judged();
    if (!open) {
      work.observed = true;
      return plan;
    }
    Both<Base> noted = plan.basesAfterNoting();
    work.bases = new Both<>(noted.creatio(), noted.d365());
    return plan;
  }

  private void upkeep(Work work, boolean open) {
    Upkeep upkeep = work.object.lifecycle().upkeep(work.link(), work.now);
    work.decisions.addAll(upkeep.decisions());
    if (open && !upkeep.d365().isEmpty() && work.linkChange.isNone()) {
      writer.upkeep(work, upkeep);
    }
  }

  private static Planner.Question question(Work work) {
    return new Planner.Question(
        work.link(),
        work.bases,
        work.now,
        new Both<>(MovedAt.creatio(work), MovedAt.d365(work)),
        work.round++ == 0 ? work.request.instructions() : List.of(),
        new Both<>(Set.of(), Set.of()));
  }

  /** A pass that does many at once, with the same collaborators. */
  BatchPass.Tools tools() {
    return new BatchPass.Tools(this, store, links, gate, writer, settling, showing);
  }

  private void releaseQuietly(Sheet sheet, RuntimeException cause) {
    try {
      store.release(sheet);
    } catch (RuntimeException e) {
      cause.addSuppressed(e); // the claim ends by itself
    }
  }

  /** The record is another than it was when this start began. */
  static final class StartAgain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartAgain() {
      super("start again", null, false, false);
    }
  }
}
