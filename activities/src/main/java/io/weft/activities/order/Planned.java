package io.weft.activities.order;

import io.weft.activities.merge.Base;
import io.weft.activities.merge.Plan;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans with something added or taken out. */
final class Planned {
  private Planned() {}

  /** With these problems; a record that is to be created is held back by them. */
  static Plan problems(Plan plan, List<Problem> more) {
    List<Problem> all = new ArrayList<>(plan.problems());
    all.addAll(more);
    return more.isEmpty()
        ? plan
        : new Plan(
            plan.writes(), plan.confirmed(), plan.basesAfterNoting(), plan.decisions(), all, true);
  }

  /** With further fields for D365 that are in no mapping. */
  static Plan sending(Plan plan, Fields more) {
    return new Plan(
        plan.writes().with(Side.D365, plan.writes().d365().with(more)),
        plan.confirmed(),
        plan.basesAfterNoting(),
        plan.decisions(),
        plan.problems(),
        plan.createHeldBack());
  }

  /** With one more decision. */
  static Plan noting(Plan plan, FieldDecision decision) {
    List<FieldDecision> decisions = new ArrayList<>(plan.decisions());
    decisions.add(decision);
    return new Plan(
        plan.writes(),
        plan.confirmed(),
        plan.basesAfterNoting(),
        decisions,
        plan.problems(),
        plan.createHeldBack());
  }

  /**
   * Without anything for D365, which takes it no longer.
   *
   * @param settled whether a person has settled it: what Creatio says is known from now on
   */
  static Plan withheld(Plan plan, String why, boolean settled) {
    Fields nothing = Fields.none();
    Base creatio = plan.basesAfterNoting().creatio();
    Both<Base> bases =
        settled
            ? plan.basesAfterNoting()
                .with(Side.CREATIO, creatio.noting(plan.confirmed().d365().creatio()))
            : plan.basesAfterNoting();
    Set<String> names = plan.writes().d365().names();
    List<FieldDecision> decisions =
        plan.decisions().stream()
            .map(d -> d.target() == Side.D365 && names.contains(d.field()) ? late(d, why) : d)
            .toList();
    return new Plan(
        plan.writes().with(Side.D365, nothing),
        plan.confirmed().with(Side.D365, new Both<>(nothing, nothing)),
        bases,
        decisions,
        plan.problems(),
        plan.createHeldBack());
  }

  private static FieldDecision late(FieldDecision cut, String why) {
    return new FieldDecision(
        cut.field(), Verdict.BLOCKED, cut.target(), cut.before(), cut.after(), cut.rival(), why);
  }

  /** What was to be written, in words: {@code Quantity 3 (D365: 2)}. */
  static String words(Plan plan) {
    List<String> words = new ArrayList<>();
    for (FieldDecision decision : plan.decisions()) {
      if (decision.target() == Side.D365 && plan.writes().d365().has(decision.field())) {
        words.add(
            decision.field()
                + " '"
                + text(decision.after())
                + "' (D365: '"
                + text(decision.before())
                + "')");
      }
    }
    return String.join(", ", words);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** One value put in place of another that is to be sent to D365. */
  static Plan replacing(Plan plan, String field, Value value) {
    Map<String, Value> one = new LinkedHashMap<>();
    one.put(field, value);
    Fields fields = Fields.of(one);
    Both<Fields> confirmed = plan.confirmed().d365();
    return new Plan(
        plan.writes().with(Side.D365, plan.writes().d365().with(fields)),
        plan.confirmed().with(Side.D365, confirmed.with(Side.D365, confirmed.d365().with(fields))),
        plan.basesAfterNoting(),
        plan.decisions(),
        plan.problems(),
        plan.createHeldBack());
  }
}
