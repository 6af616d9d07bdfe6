package io.weft.activities.load;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.object.Mode;
import io.weft.activities.pass.Attempt;
import io.weft.activities.pass.BatchPass.BatchOutcome;
import io.weft.activities.pass.PassException;
import io.weft.activities.store.Holder;
import io.weft.activities.store.LoadPair.Outcome;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.record.PairId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings linked pairs in step, and says how each ended. */
public final class Steps {
  /** So long a batch may send; its claims end a little later, should this worker die. */
  private static final Duration TIME = Duration.ofSeconds(60);

  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final Subject subject;
  private final Tools tools;
  private final Mail mail;
  private final Who who;

  /** Whose attempt it is: see {@link Holder}. */
  public record Who(String activity, String run, String attempt) {
    /** An attempt at the pairs of a batch. */
    Attempt attempt(Clock clock, Shift shift) {
      Instant end = clock.instant().plus(TIME);
      Holder holder = new Holder(activity, run, attempt, end.plus(MARGIN));
      return new Attempt(holder, end, clock, () -> requireTime(shift));
    }
  }

  Steps(Subject subject, Tools tools, Mail mail, Who who) {
    this.subject = subject;
    this.tools = tools;
    this.mail = mail;
    this.who = who;
  }

  /**
   * Passes over these pairs.
   *
   * @throws LoadHeldUp if nothing may be written at present
   * @throws RemoteException if every single call failed: the system is away, not a record at fault
   */
  Map<PairId, End> run(List<PairId> pairs, Shift shift) {
    if (pairs.isEmpty()) {
      return Map.of();
    }
    requireWriting();
    List<BatchOutcome> outcomes =
        tools.passes().run(subject.object(), pairs, who.attempt(tools.clock(), shift));
    requireSystems(outcomes);
    Map<PairId, End> ends = new LinkedHashMap<>();
    outcomes.forEach(outcome -> ends.put(outcome.pair(), end(outcome)));
    return ends;
  }

  private void requireWriting() {
    if (subject.object().mode() != Mode.WRITE) {
      throw new LoadHeldUp(subject.load().id(), subject.object().mode());
    }
  }

  /** Told to stop, a batch finishes what it has in hand for a while, and begins nothing. */
  private static void requireTime(Shift shift) {
    if (shift.isOver()) {
      throw new PassException.OutOfTime();
    }
  }

  private static void requireSystems(List<BatchOutcome> outcomes) {
    if (outcomes.stream().allMatch(BatchOutcome.Failed.class::isInstance)) {
      throw ((BatchOutcome.Failed) outcomes.get(0)).failure();
    }
  }

  private End end(BatchOutcome outcome) {
    if (outcome instanceof BatchOutcome.Done done) {
      return end(done.pair(), done.outcome());
    }
    String path = outcome.pair().path();
    return outcome instanceof BatchOutcome.Busy busy
        ? End.later(path, busy.why())
        : End.later(path, String.valueOf(((BatchOutcome.Failed) outcome).failure().getMessage()));
  }

  private static boolean isWritten(FieldDecision one) {
    return switch (one.verdict()) {
      case TO_D365, TO_CREATIO, CREATIO_WON, D365_WON, AMENDED -> one.target() != null;
      case EQUAL, ASKED, BLOCKED, AWAITING_APPROVAL -> false;
    };
  }

  private End end(PairId pair, PassOutcome outcome) {
    if (outcome instanceof PassOutcome.Settled settled) {
      boolean wrote = settled.decisions().stream().anyMatch(Steps::isWritten);
      return End.done(wrote ? Outcome.WRITTEN : Outcome.EQUAL);
    }
    if (outcome instanceof PassOutcome.NeedsPerson needs) {
      mail.leaveToOrdinaryWork(pair);
      return End.done(Outcome.PARKED, needs.problem());
    }
    if (outcome instanceof PassOutcome.WaitsFor waits) {
      return End.later(pair.path(), "it waits for " + waits.other().path());
    }
    return End.done(outcome instanceof PassOutcome.Proposed ? Outcome.AWAITING : Outcome.ENDED);
  }
}
