package io.weft.activities.pass;

import io.weft.activities.hint.Waiting;
import io.weft.activities.merge.Base;
import io.weft.activities.merge.Plan;
import io.weft.activities.object.Planner;
import io.weft.activities.object.Upkeep;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.PassStore;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Both;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * What is done with a pair once both records are claimed: what became of earlier writes is found
 * out, both sides are read, planned for, written and settled. Whatever it throws, the claims stay
 * with the caller.
 */
final class Reconciliation {
  private static final int ROUNDS = 2;

  private final WriteGate gate;
  private final Waiting waiting;
  private final OpenIntents openIntents;
  private final PlanWriter writer;
  private final Settling settling;
  private final Showing showing;
  private final Reading reading;
  private final Standings standings;

  Reconciliation(
      PassStore store,
      LinkStore links,
      WriteGate gate,
      Waiting waiting,
      Clock clock,
      OpenIntents.OwnUser ownUser) {
    this.gate = gate;
    this.waiting = waiting;
    this.openIntents = new OpenIntents(store, clock, ownUser);
    this.writer = new PlanWriter(store);
    this.showing = new Showing(writer, gate);
    this.settling = new Settling(store, links);
    this.reading = new Reading(links, settling);
    this.standings = new Standings(waiting, gate, writer, showing, settling);
  }

  Settling settling() {
    return settling;
  }

  Showing showing() {
    return showing;
  }

  /** Leaves the pair to a person. */
  PassOutcome parked(Work work, Problem problem) {
    work.problems.add(problem);
    showing.outcome(work);
    return settling.parked(work);
  }

  PassOutcome reconcile(Work work) {
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
    if (work.isRetry()) {
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
}
