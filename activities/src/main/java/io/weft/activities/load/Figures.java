package io.weft.activities.load;

import io.weft.activities.store.Load;
import io.weft.activities.store.LoadPair.Kind;
import io.weft.activities.store.LoadPair.Outcome;
import io.weft.activities.store.LoadPair.State;
import io.weft.activities.store.LoadVerdict;
import io.weft.workflows.load.LoadChoices.Creation;
import io.weft.workflows.load.LoadCount;
import io.weft.workflows.load.LoadPhase;
import io.weft.workflows.record.Side;
import java.util.EnumMap;
import java.util.Map;

/** The figures of a load that people read, made of its totals. */
final class Figures {
  private final Load load;
  private final Totals totals;
  private final Course course;
  private final Map<LoadCount, Long> counts = new EnumMap<>(LoadCount.class);

  Figures(Load load, Totals totals, Course course) {
    this.load = load;
    this.totals = totals;
    this.course = course;
  }

  Map<LoadCount, Long> all() {
    found();
    toDo();
    if (load.planOnly()) {
      counts.put(LoadCount.WAITING, sifted(LoadVerdict.WAITS));
    } else {
      done();
    }
    return counts;
  }

  private void found() {
    counts.put(LoadCount.SCANNED_CREATIO, totals.sum("sifted/creatio/"));
    counts.put(LoadCount.SCANNED_D365, totals.sum("sifted/d365/"));
    counts.put(LoadCount.LINKED_BEFORE, pairs(Kind.LINKED));
    counts.put(LoadCount.DUPLICATES, records(LoadVerdict.DUPLICATE));
    counts.put(
        LoadCount.OUT_OF_SCOPE,
        sifted(LoadVerdict.OUT_OF_SCOPE)
            + sifted(LoadVerdict.ELSEWHERE)
            + totals.outcome(Outcome.ENDED));
    counts.put(LoadCount.DOUBTFUL, totals.of("begun/" + State.REVIEW) - totals.sum("review/"));
  }

  private void toDo() {
    counts.put(LoadCount.TO_LINK, pairs(Kind.SURE) + totals.of("review/accepted"));
    boolean toD365 = makes(Creation.TO_D365);
    boolean toCreatio = makes(Creation.TO_CREATIO);
    counts.put(LoadCount.TO_CREATE_IN_D365, toD365 ? pairs(Kind.NEW_IN_CREATIO) : 0);
    counts.put(LoadCount.TO_CREATE_IN_CREATIO, toCreatio ? pairs(Kind.NEW_IN_D365) : 0);
    counts.put(
        LoadCount.WITHOUT_PARTNER,
        (toD365 ? 0 : pairs(Kind.NEW_IN_CREATIO)) + (toCreatio ? 0 : pairs(Kind.NEW_IN_D365)));
    counts.put(LoadCount.TO_UPDATE, totals.of("planned/" + Outcome.WRITTEN));
    counts.put(
        LoadCount.REFUSED, sifted(LoadVerdict.REFUSED) + totals.of("planned/" + Outcome.PARKED));
  }

  private boolean makes(Creation direction) {
    Creation chosen = load.choices().creation();
    return chosen == Creation.BOTH || chosen == direction;
  }

  private void done() {
    boolean verified = course.phase() == LoadPhase.VERIFY;
    long made = totals.outcome(Outcome.MADE_IN_CREATIO) + totals.outcome(Outcome.MADE_IN_D365);
    long inStep =
        made
            + totals.outcome(Outcome.EQUAL)
            + totals.outcome(Outcome.WRITTEN)
            + totals.outcome(Outcome.AWAITING);
    counts.put(LoadCount.LINKED, verified ? totals.of(Names.LINKED_NOW) : inStep);
    counts.put(LoadCount.CREATED_IN_CREATIO, totals.outcome(Outcome.MADE_IN_CREATIO));
    counts.put(LoadCount.CREATED_IN_D365, totals.outcome(Outcome.MADE_IN_D365));
    counts.put(LoadCount.UPDATED, totals.outcome(Outcome.WRITTEN));
    counts.put(LoadCount.EQUAL, verified ? totals.of(Names.EQUAL) : totals.outcome(Outcome.EQUAL));
    counts.put(LoadCount.PARKED, totals.outcome(Outcome.PARKED) + totals.of(Names.PARKED_SINCE));
    long waiting = load.isOpen() ? totals.toDo() - totals.sum("outcome/") : 0;
    counts.put(
        LoadCount.WAITING,
        Math.max(0, waiting)
            + sifted(LoadVerdict.WAITS)
            + totals.outcome(Outcome.CHANGED)
            + totals.outcome(Outcome.FAILED)
            + totals.of(Names.WAITING_SINCE));
    counts.put(LoadCount.UNEXPLAINED, totals.of(Names.UNEXPLAINED) + lost());
  }

  /** Records that were scanned and of which nothing became: a fault of ours. */
  private long lost() {
    return load.state() == Load.State.COMPLETED
        ? totals.sum("sifted/") - totals.sum("record/") + records(LoadVerdict.SCANNED)
        : 0;
  }

  private long pairs(Kind kind) {
    return totals.of("pair/" + kind);
  }

  private long records(LoadVerdict verdict) {
    return totals.of(Names.record(Side.CREATIO, verdict))
        + totals.of(Names.record(Side.D365, verdict));
  }

  private long sifted(LoadVerdict verdict) {
    return totals.of(Names.sifted(Side.CREATIO, verdict))
        + totals.of(Names.sifted(Side.D365, verdict));
  }
}
