package io.weft.activities.pass;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.object.StateOnRecord;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Values;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Side;
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

  private final PlanWriter writer;
  private final WriteGate gate;

  Showing(PlanWriter writer, WriteGate gate) {
    this.writer = writer;
    this.gate = gate;
  }

  /** At the end of a pass or of a document's step. */
  void outcome(Work work) {
    if (!work.problems.isEmpty()) {
      tell(work, "Needs a person", PassProblems.first(work.problems).what());
    } else if (work.last && work.now.d365() != null) {
      tell(work, "In step", inStep(work));
    }
  }

  /** Another record comes first. */
  void waits(Work work, String other) {
    tell(work, "Waiting", "Waits for " + other + ".");
  }

  private static String inStep(Work work) {
    String where = work.d365Key + " in " + work.link().pair().legalEntity();
    String apart =
        work.decisions.stream()
            .filter(d -> d.verdict() == Verdict.ASKED && d.target() == null)
            .map(FieldDecision::why)
            .collect(Collectors.joining(" "));
    return apart.isEmpty() ? where : where + ". " + apart;
  }

  private void tell(Work work, String state, String sentence) {
    StateOnRecord shown = work.object.state();
    if (shown == null || !work.link().leading() || work.now.creatio() == null) {
      return;
    }
    String told = state + ": " + sentence;
    if (work.base(Side.CREATIO).values().get(TOLD).text().equals(told)) {
      return;
    }
    try {
      if (gate.open(work.object) && shown.isThere()) {
        writer.show(work, shown, shown.fields(state, sentence));
        Fields known = Fields.of(TOLD, Values.text(told));
        work.bases = work.bases.with(Side.CREATIO, work.base(Side.CREATIO).noting(known));
      }
    } catch (RemoteException e) {
      log.atInfo()
          .addKeyValue("record", work.link().pair().path())
          .addKeyValue("why", String.valueOf(e.getMessage()))
          .log("How the record stands could not be shown on it");
    }
  }
}
