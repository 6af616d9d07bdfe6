package io.weft.activities.pass;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.object.StateOnRecord;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Values;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Side;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells on the record in Creatio how it stands, when that has changed since it was last told. Of an
 * account in several legal entities the leading pair speaks. A record that cannot be told goes on
 * all the same.
 */
final class Showing {
  private static final Logger log = LoggerFactory.getLogger(Showing.class);
  private static final String TOLD = "@state";
  private static final String NEEDS_A_PERSON = "Needs a person";
  private static final String IN_STEP = "In step";

  private final PlanWriter writer;
  private final WriteGate gate;

  Showing(PlanWriter writer, WriteGate gate) {
    this.writer = writer;
    this.gate = gate;
  }

  /** At the end of a pass or of a document's step. */
  void outcome(Work work) {
    if (!work.problems.isEmpty()) {
      tell(work, NEEDS_A_PERSON, PassProblems.first(work.problems).what());
    } else if (work.last && work.now.d365() != null) {
      tell(work, IN_STEP, inStep(work));
    }
  }

  /** Another record comes first. */
  void waits(Work work, String other) {
    tell(work, "Waiting", "Waits for " + other + ".");
  }

  /** What is to be told at the end of a pass and has not been told yet. */
  Optional<News> news(Work work) {
    return work.now.creatio() == null ? Optional.empty() : untold(work);
  }

  /**
   * What may go along with a write to Creatio that brings a record in step, so that it need not be
   * written twice. Should something else turn up behind it, that is news at the end.
   */
  Optional<News> along(Work work) {
    boolean may = work.problems.isEmpty() && work.object.records().of(Side.CREATIO).showsAlong();
    return may ? untold(work) : Optional.empty();
  }

  private Optional<News> untold(Work work) {
    StateOnRecord shown = work.object.state();
    boolean problem = !work.problems.isEmpty();
    if (shown == null || !(problem || work.now.d365() != null)) {
      return Optional.empty();
    }
    String state = problem ? NEEDS_A_PERSON : IN_STEP;
    String sentence = problem ? PassProblems.first(work.problems).what() : inStep(work);
    String told = state + ": " + sentence;
    return isNews(work, told) && gate.open(work.object) && shown.isThere()
        ? Optional.of(new News(shown.fields(state, sentence), told))
        : Optional.empty();
  }

  /**
   * Something to be told on a record.
   *
   * @param fields the columns that tell it
   * @param told what is remembered of it
   */
  record News(Fields fields, String told) {}

  private static boolean isNews(Work work, String told) {
    return work.link().leading() && !work.base(Side.CREATIO).values().get(TOLD).text().equals(told);
  }

  /** Notes that it was told. */
  static void noted(Work work, String told) {
    Fields known = Fields.of(TOLD, Values.text(told));
    work.bases = work.bases.with(Side.CREATIO, work.base(Side.CREATIO).noting(known));
  }

  private static String inStep(Work work) {
    String where = work.d365Key + " in " + work.link().pair().legalEntity();
    String apart =
        work.decisions.stream()
            .filter(d -> d.verdict() == Verdict.ASKED && d.target() == null)
            .map(FieldDecision::why)
            .distinct()
            .collect(Collectors.joining(" "));
    return apart.isEmpty() ? where : where + ". " + apart;
  }

  private void tell(Work work, String state, String sentence) {
    StateOnRecord shown = work.object.state();
    boolean there = work.now.creatio() != null;
    if (shown == null || !there || !isNews(work, state + ": " + sentence)) {
      return;
    }
    try {
      if (gate.open(work.object) && shown.isThere()) {
        writer.show(work, shown, shown.fields(state, sentence));
        noted(work, state + ": " + sentence);
      }
    } catch (RemoteException e) {
      log.atInfo()
          .addKeyValue("record", work.link().pair().path())
          .addKeyValue("why", String.valueOf(e.getMessage()))
          .log("How the record stands could not be shown on it");
    }
  }
}
