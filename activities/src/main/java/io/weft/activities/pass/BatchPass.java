package io.weft.activities.pass;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.failure.TypedFailure;
import io.weft.activities.object.Mode;
import io.weft.activities.object.SyncObject;
import io.weft.activities.store.Holder;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.StoreException;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;
import io.weft.workflows.record.PairId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reconciles many pairs of one object in one legal entity with the guarantees of {@link Pass}. What
 * is plain goes in chunks (see {@link Chunk}): one store transaction and few requests for all of a
 * chunk. What is not (an open intent, a stranger under our number, a merge, a hold) is left to a
 * pass of its own. Safe to repeat, and beside its own timed-out twin. Thread-safe.
 */
public final class BatchPass {
  /** Together about a second, so that live work does not wait long for a claimed record. */
  private static final int AT_ONCE = 50;

  /** Nobody is kept waiting longer by a worker that was killed in the middle of a chunk. */
  private static final Duration CLAIM = Duration.ofMinutes(1);

  private static final Duration MARGIN = Duration.ofSeconds(10);

  /** One pair alone asks D365 only, where nothing has changed there. */
  private static final int WORTH_A_CHUNK = 3;

  private final Tools tools;

  /** A batch pass that does to each pair what this pass would do, one chunk after the other. */
  public BatchPass(Pass pass) {
    this.tools = pass.tools();
  }

  /** What a pass works with. */
  record Tools(
      Pass pass,
      PassStore store,
      LinkStore links,
      WriteGate gate,
      Settling settling,
      Showing showing) {}

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
    Map<PairId, BatchOutcome> outcomes = new LinkedHashMap<>();
    List<PairId> each = List.copyOf(new LinkedHashSet<>(pairs));
    for (int from = 0; from < each.size(); from += AT_ONCE) {
      List<PairId> some = each.subList(from, Math.min(from + AT_ONCE, each.size()));
      outcomes.putAll(attempt.sending(() -> part(object, some, attempt)));
    }
    List<BatchOutcome> ordered = new ArrayList<>();
    pairs.forEach(pair -> ordered.add(outcomes.get(pair)));
    return List.copyOf(ordered);
  }

  private Map<PairId, BatchOutcome> part(SyncObject object, List<PairId> some, Attempt attempt) {
    return object.document() ? alone(object, some, attempt) : chunk(object, some, attempt);
  }

  private Map<PairId, BatchOutcome> chunk(SyncObject object, List<PairId> some, Attempt attempt) {
    Map<PairId, BatchOutcome> outcomes = new LinkedHashMap<>();
    if (object.mode() == Mode.FREEZE || isOver(attempt)) {
      return alone(object, some, attempt);
    }
    outcomes.putAll(together(object, some, attempt));
    follow(object, outcomes, attempt);
    outcomes.replaceAll((pair, outcome) -> followed(object, outcome, attempt));
    return outcomes;
  }

  /** One chunk, and those that want a pass of their own. */
  private Map<PairId, BatchOutcome> together(
      SyncObject object, List<PairId> some, Attempt attempt) {
    Map<PairId, Attempt> attempts = new LinkedHashMap<>();
    some.forEach(pair -> attempts.put(pair, shortened(own(attempt, pair))));
    Chunk chunk = new Chunk(tools, object, attempts);
    Map<PairId, BatchOutcome> outcomes =
        new LinkedHashMap<>(shortened(attempt).sending(chunk::run));
    outcomes.putAll(alone(object, chunk.unusual(), attempt));
    return outcomes;
  }

  /**
   * Another chunk of those that were hinted at meanwhile, most often by what was written itself.
   */
  private void follow(SyncObject object, Map<PairId, BatchOutcome> outcomes, Attempt attempt) {
    Map<PairId, PassOutcome.Settled> before = new LinkedHashMap<>();
    outcomes.forEach(
        (pair, outcome) -> {
          if (outcome instanceof BatchOutcome.Done done
              && done.outcome() instanceof PassOutcome.Settled settled
              && settled.more()) {
            before.put(pair, settled);
          }
        });
    if (before.size() < WORTH_A_CHUNK || isOver(attempt)) {
      return;
    }
    together(object, List.copyOf(before.keySet()), attempt)
        .forEach((pair, then) -> outcomes.put(pair, after(pair, before.get(pair), then)));
  }

  /** What is done is done, even where the next look failed. */
  private static BatchOutcome after(
      PairId pair, PassOutcome.@Nullable Settled before, BatchOutcome then) {
    PassOutcome.Settled settled = Objects.requireNonNull(before);
    PassOutcome now =
        then instanceof BatchOutcome.Done done ? Pass.following(settled, done.outcome()) : settled;
    return new BatchOutcome.Done(pair, now);
  }

  private static boolean isOver(Attempt attempt) {
    return !attempt.clock().instant().isBefore(attempt.deadline());
  }

  /** Intents are named by attempt and fence: two pairs of one attempt must not share a name. */
  private static Attempt own(Attempt attempt, PairId pair) {
    Holder holder = attempt.holder();
    String name = holder.attempt() + "/" + pair.key();
    Holder own = new Holder(holder.id(), holder.run(), name, holder.until());
    return new Attempt(own, attempt.deadline(), attempt.clock(), attempt.alive());
  }

  /** Claims are short, and sending stops well before they end. */
  private static Attempt shortened(Attempt attempt) {
    Holder holder = attempt.holder();
    Instant until = earlier(holder.until(), attempt.clock().instant().plus(CLAIM));
    return new Attempt(
        new Holder(holder.id(), holder.run(), holder.attempt(), until),
        earlier(attempt.deadline(), until.minus(MARGIN)),
        attempt.clock(),
        attempt.alive());
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** What came in while a chunk was at work: whoever told it has told nobody else. */
  private BatchOutcome followed(SyncObject object, BatchOutcome outcome, Attempt attempt) {
    if (!(outcome instanceof BatchOutcome.Done done)) {
      return outcome;
    }
    PassRequest request = new PassRequest(done.pair(), List.of());
    PassOutcome then =
        tools.pass().seenTo(object, request, own(attempt, done.pair()), done.outcome());
    return new BatchOutcome.Done(done.pair(), then);
  }

  private Map<PairId, BatchOutcome> alone(SyncObject object, List<PairId> pairs, Attempt attempt) {
    Map<PairId, BatchOutcome> outcomes = new LinkedHashMap<>();
    pairs.forEach(pair -> outcomes.put(pair, alone(object, pair, own(attempt, pair))));
    return outcomes;
  }

  private BatchOutcome alone(SyncObject object, PairId pair, Attempt attempt) {
    if (isOver(attempt)) {
      return new BatchOutcome.Busy(pair, "the attempt ran out of time before it");
    }
    try {
      return new BatchOutcome.Done(pair, tools.pass().look(object, pair, attempt));
    } catch (RuntimeException e) {
      return ending(pair, e);
    }
  }

  /** What a failure means for one pair; throws it where it means the same for all. */
  static BatchOutcome ending(PairId pair, RuntimeException e) {
    if (e instanceof RemoteException failure) {
      boolean unknown = failure instanceof RemoteException.Unavailable lost && lost.sent();
      return unknown
          ? new BatchOutcome.Busy(pair, "no answer came: " + failure.getMessage())
          : new BatchOutcome.Failed(pair, failure);
    }
    boolean forAll =
        e instanceof StoreException.Unavailable || e instanceof PassException.WrongEnvironment;
    if (forAll || !(e instanceof TypedFailure)) {
      throw e;
    }
    return new BatchOutcome.Busy(pair, String.valueOf(e.getMessage()));
  }
}
