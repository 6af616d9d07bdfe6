package io.weft.activities.pass;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.failure.TypedFailure;
import io.weft.activities.object.SyncObject;
import io.weft.activities.store.StoreException;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.record.PairId;
import java.util.ArrayList;
import java.util.List;

/**
 * Reconciles many pairs of one object in one legal entity with the guarantees of {@link Pass}. Safe
 * to repeat, and beside its own timed-out twin. Thread-safe.
 */
public final class BatchPass {
  private final Pass pass;

  /** A batch pass that does to each pair what this pass would do. */
  public BatchPass(Pass pass) {
    this.pass = pass;
  }

  /** What became of one pair. */
  public sealed interface BatchOutcome {
    PairId pair();

    /** As a pass of its own would have ended. */
    record Done(PairId pair, PassOutcome outcome) implements BatchOutcome {}

    /** Somebody else works on it, or an outcome is unknown: come back later. */
    record Busy(PairId pair, String why) implements BatchOutcome {}

    /** A call failed, and nothing is known to be wrong with the record: come back later. */
    record Failed(PairId pair, RemoteException failure) implements BatchOutcome {}
  }

  /**
   * Brings these pairs in step, whether or not anything hints at them; some hundred at most.
   *
   * @return what became of each, in their order; those for which the attempt had no time left are
   *     busy
   * @throws StoreException.Unavailable if the store does not answer
   * @throws PassException.WrongEnvironment if nothing may be written at all
   */
  public List<BatchOutcome> run(SyncObject object, List<PairId> pairs, Attempt attempt) {
    List<BatchOutcome> outcomes = new ArrayList<>();
    for (PairId pair : pairs) {
      outcomes.add(alone(object, pair, attempt));
    }
    return outcomes;
  }

  private BatchOutcome alone(SyncObject object, PairId pair, Attempt attempt) {
    try {
      return new BatchOutcome.Done(pair, pass.look(object, pair, attempt));
    } catch (RemoteException e) {
      return new BatchOutcome.Failed(pair, e);
    } catch (StoreException.Unavailable | PassException.WrongEnvironment e) {
      throw e;
    } catch (RuntimeException e) {
      if (e instanceof TypedFailure) {
        return new BatchOutcome.Busy(pair, String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }
}
