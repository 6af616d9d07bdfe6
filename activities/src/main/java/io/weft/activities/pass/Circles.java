package io.weft.activities.pass;

import io.weft.activities.merge.Plan;
import io.weft.activities.object.Planner;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Takes out of a plan what was sent before and did not come to stay: put up for approval, or kept
 * by the other system in another form. Sending it again would go on for ever (docs/protocol.md, row
 * 19).
 */
final class Circles {
  private Circles() {}

  /** Plans, leaving such fields out; notes in {@code work} what a person should know of them. */
  static Plan plan(Work work, Planner.Question question) {
    Planner planner = work.object.planner();
    Plan plan = planner.plan(question);
    Both<Set<String>> vain =
        new Both<>(repeated(work, plan, Side.CREATIO), repeated(work, plan, Side.D365));
    if (vain.creatio().isEmpty() && vain.d365().isEmpty()) {
      return plan;
    }
    for (FieldDecision decision : plan.decisions()) {
      Side side = decision.target();
      if (side != null && vain.of(side).contains(decision.field())) {
        work.decisions.add(explain(work, decision, side));
      }
    }
    return planner.plan(question.muting(vain));
  }

  private static Set<String> repeated(Work work, Plan plan, Side side) {
    Fields vain = work.base(side).vain();
    Set<String> same = new LinkedHashSet<>();
    plan.writes()
        .of(side)
        .forEach(
            (name, value) -> {
              if (vain.has(name) && vain.get(name).equals(value)) {
                same.add(name);
              }
            });
    return same;
  }

  private static FieldDecision explain(Work work, FieldDecision cut, Side side) {
    if (side == Side.D365 && work.object.approvals()) {
      work.proposed = true;
      String why = "sent before; D365 has put it up for approval and still shows the old value";
      return cut(cut, Verdict.AWAITING_APPROVAL, why);
    }
    Snapshot now = work.now.of(side);
    String shown = now == null ? "" : now.fields().get(cut.field()).text();
    String sent = cut.after() == null ? "" : cut.after();
    work.problems.add(PassProblems.circle(side, cut.field(), sent, shown));
    return cut(cut, Verdict.BLOCKED, "sent before and not kept: a person decides which form stays");
  }

  private static FieldDecision cut(FieldDecision cut, Verdict verdict, String why) {
    return new FieldDecision(
        cut.field(), verdict, cut.target(), cut.before(), cut.after(), cut.rival(), why);
  }
}
