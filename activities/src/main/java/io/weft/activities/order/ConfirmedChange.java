package io.weft.activities.order;

import io.weft.activities.merge.Plan;
import io.weft.activities.object.Planner.Question;
import io.weft.activities.settings.OrderConduct.OnChange;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Side;
import java.util.List;
import java.util.Set;

/**
 * What becomes of a change in Creatio once D365 has confirmed the order to the customer: it goes
 * over, a person is asked first, or it is told and left, as {@code order.onChange} says. A person's
 * retry sends it, a discard leaves it.
 */
final class ConfirmedChange {
  private static final String LEFT = "D365 has confirmed the order, and order.onChange is leave";
  private static final String DISCARDED = "D365 has confirmed the order, and a person let it go";

  /** What is to be done with a change. */
  enum Course {
    SEND,
    ASK,
    LEAVE
  }

  private ConfirmedChange() {}

  /** The course of changes to a confirmed order; a person's word comes before the setting. */
  static Course course(OnChange onChange, Question question) {
    List<Instruction> said = question.said();
    if (onChange == OnChange.SEND || said.stream().anyMatch(Instruction.Retry.class::isInstance)) {
      return Course.SEND;
    }
    return onChange == OnChange.LEAVE || OrderPlanner.discarded(question)
        ? Course.LEAVE
        : Course.ASK;
  }

  /** The plan of a header or line as it is to be carried out. */
  static Plan on(Course course, Plan plan, String subject, Question question) {
    if (course == Course.SEND || plan.writes().d365().isEmpty()) {
      return plan;
    }
    if (course == Course.LEAVE) {
      return left(plan, OrderPlanner.discarded(question) ? DISCARDED : LEFT);
    }
    Problem problem = OrderProblems.changedAfterConfirmation(subject, Planned.words(plan));
    Plan held = Planned.withheld(plan, "D365 has confirmed the order: a person decides", false);
    return Planned.problems(held, List.of(problem));
  }

  /** Known from now on, and told once: what D365 keeps, and what Creatio says instead. */
  private static Plan left(Plan plan, String why) {
    Set<String> names = plan.writes().d365().names();
    List<FieldDecision> decisions =
        plan.decisions().stream()
            .map(d -> d.target() == Side.D365 && names.contains(d.field()) ? kept(d, why) : d)
            .toList();
    Plan rest = Planned.withheld(plan, why, true);
    return new Plan(
        rest.writes(),
        rest.confirmed(),
        rest.basesAfterNoting(),
        decisions,
        rest.problems(),
        rest.createHeldBack());
  }

  private static FieldDecision kept(FieldDecision d, String why) {
    return new FieldDecision(
        d.field(), Verdict.D365_WON, null, d.before(), d.before(), d.after(), why);
  }
}
