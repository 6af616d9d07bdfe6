package io.weft.activities.pass;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.hint.Waiting;
import io.weft.activities.object.Mode;
import io.weft.activities.object.SyncObject;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.Sheet;
import io.weft.activities.store.StoreException;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reconciliation of a pair: claims both records, finds out what became of earlier writes, reads
 * both sides, plans, writes, settles. Safe to repeat as a whole, and beside its own timed-out twin:
 * every attempt reads again, and every store write depends on the attempt's fences. The steps and
 * what each prevents are in docs/protocol.md.
 */
public final class Pass {
  private static final int STARTS = 3;
  private static final int LOOKS = 3;

  private final PassStore store;
  private final LinkStore links;
  private final WriteGate gate;
  private final Waiting waiting;
  private final Reconciliation reconciliation;

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
    this.reconciliation = new Reconciliation(store, links, gate, waiting, clock, ownUser);
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
      PassOutcome outcome = reconciliation.reconcile(work);
      if (outcome instanceof PassOutcome.Settled || outcome instanceof PassOutcome.Stepped) {
        tellOthers(List.of(work));
      }
      return outcome;
    } catch (StartAgain e) {
      store.release(sheet);
      return null;
    } catch (DoubledRecord e) {
      return reconciliation.parked(work, e.problem());
    } catch (RemoteException.Rejected e) {
      return reconciliation.parked(work, PassProblems.rejected(e));
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

  /** A pass that does many at once, with the same collaborators. */
  BatchPass.Tools tools() {
    return new BatchPass.Tools(
        this, store, links, gate, reconciliation.settling(), reconciliation.showing());
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
