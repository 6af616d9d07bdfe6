package io.weft.activities.pass;

import io.weft.activities.hint.Waiting;
import io.weft.activities.object.Lifecycle.Sighting;
import io.weft.activities.object.Need;
import io.weft.activities.object.Standing;
import io.weft.activities.object.SyncObject;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pass does where there is nothing to bring in step: the pair has ended, moved to another
 * record, waits for another one, or is unclear.
 */
final class Standings {
  private final Waiting waiting;
  private final WriteGate gate;
  private final PlanWriter writer;
  private final Showing showing;
  private final Settling settling;

  Standings(
      Waiting waiting, WriteGate gate, PlanWriter writer, Showing showing, Settling settling) {
    this.waiting = waiting;
    this.gate = gate;
    this.writer = writer;
    this.showing = showing;
    this.settling = settling;
  }

  /** How a pass ends where the records do not stand as a pair at work; null where they do. */
  @Nullable PassOutcome outcome(Work work) {
    Standing standing = judged(work);
    if (standing instanceof Standing.Over over) {
      return settling.over(work, over);
    }
    if (standing instanceof Standing.Waits waits) {
      return waits(work, waits.need());
    }
    if (standing instanceof Standing.Moved moved) {
      return moved(work, moved);
    }
    if (standing instanceof Standing.Unclear unclear) {
      work.problems.add(unclear.problem());
      showing.outcome(work);
      return settling.finish(work);
    }
    return null;
  }

  static Standing judged(Work work) {
    return judged(work.object, List.of(work)).get(0);
  }

  /** How the records of each stand, in their order. */
  static List<Standing> judged(SyncObject object, List<Work> works) {
    return object.lifecycle().standings(works.stream().map(Standings::sighting).toList());
  }

  private static Sighting sighting(Work work) {
    Both<Boolean> goneSaid = new Both<>(goneSaid(work, Side.CREATIO), goneSaid(work, Side.D365));
    return new Sighting(work.link(), work.now, goneSaid);
  }

  private @Nullable PassOutcome waits(Work work, Need need) {
    PairId pair = work.link().pair();
    RecordRef record = work.link().record(Side.CREATIO);
    if (work.isRetry()) {
      waiting.askAgain(record, pair);
    }
    Waiting.Answer answer = waiting.ask(record, pair, need);
    if (answer instanceof Waiting.Answer.Wait wait) {
      showing.waits(work, wait.other().path());
      settling.waiting(work);
      return new PassOutcome.WaitsFor(wait.other(), wait.because());
    }
    if (answer instanceof Waiting.Answer.Never never) {
      work.problems.add(PassProblems.neverLinked(need, never.why()));
      showing.outcome(work);
      return settling.finish(work);
    }
    throw new Pass.StartAgain(); // it was linked this very moment
  }

  /** The old record is taken leave of first: after that only the new one is known. */
  private PassOutcome moved(Work work, Standing.Moved moved) {
    if (!gate.open(work.object)) {
      work.observed = true;
      return settling.settled(work);
    }
    if (!moved.farewell().d365().isEmpty()) {
      writer.upkeep(work, moved.farewell());
    }
    work.decisions.addAll(moved.farewell().decisions());
    return settling.moved(work, moved.newKey());
  }

  private static boolean goneSaid(Work work, Side side) {
    return work.sheet.deliveries().stream()
        .anyMatch(d -> d.hint().gone() && d.hint().record().side() == side);
  }
}
