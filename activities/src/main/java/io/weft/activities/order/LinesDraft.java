package io.weft.activities.order;

import io.weft.activities.merge.Base;
import io.weft.activities.merge.Plan;
import io.weft.activities.object.LineFields;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The plan of a whole document in the making, out of the plans of its lines. */
final class LinesDraft {
  /** A mark in Creatio's base: the line was left as it is, and that was told. */
  private static final String LEFT = "@left";

  private final Both<Base> before;
  private Both<Fields> writes = new Both<>(Fields.none(), Fields.none());
  private Both<Both<Fields>> confirmed =
      new Both<>(
          new Both<>(Fields.none(), Fields.none()), new Both<>(Fields.none(), Fields.none()));
  private Both<Base> noted;
  private final List<FieldDecision> decisions = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  LinesDraft(Both<@Nullable Base> bases) {
    Base creatio = bases.creatio();
    Base d365 = bases.d365();
    this.before =
        new Both<>(creatio == null ? Base.NONE : creatio, d365 == null ? Base.NONE : d365);
    this.noted = before;
  }

  /** What was known of a line. */
  Both<Base> bases(String line) {
    return before.map(base -> part(base, line));
  }

  private static Base part(Base base, String line) {
    Set<String> unknown = new LinkedHashSet<>();
    for (String name : base.unknown()) {
      if (LineFields.line(name).equals(line)) {
        unknown.add(LineFields.field(name));
      }
    }
    return new Base(Lines.of(base.values(), line), unknown, Lines.of(base.vain(), line));
  }

  /** Whether a line was known before. */
  boolean knows(String line) {
    return !Lines.of(before.creatio().values(), line).isEmpty();
  }

  /** Whether a line was known to stand in D365. */
  boolean wasThere(String line) {
    return !before.d365().values().get(LineFields.name(line, SalesOrderLines.LOT)).isAbsent();
  }

  /** The item that a line was known to be; "" for a new one. */
  String item(String line) {
    return before.d365().values().get(LineFields.name(line, "ItemNumber")).text();
  }

  void add(LinesPlanner.Line line, Plan plan) {
    String reference = line.reference();
    writes =
        new Both<>(
            writes.creatio().with(Lines.named(plan.writes().creatio(), reference)),
            writes.d365().with(Lines.named(plan.writes().d365(), reference)));
    confirmed =
        new Both<>(confirmed(Side.CREATIO, plan, reference), confirmed(Side.D365, plan, reference));
    noted =
        new Both<>(
            noted.creatio().noting(news(Side.CREATIO, plan, reference)),
            noted.d365().noting(news(Side.D365, plan, reference)));
    plan.decisions().forEach(decision -> decisions.add(named(decision, line)));
    plan.problems().forEach(problem -> problems.add(named(problem, line)));
  }

  private Both<Fields> confirmed(Side side, Plan plan, String line) {
    Both<Fields> own = plan.confirmed().of(side);
    Both<Fields> all = confirmed.of(side);
    return new Both<>(
        all.creatio().with(Lines.named(own.creatio(), line)),
        all.d365().with(Lines.named(own.d365(), line)));
  }

  /** What the line's plan takes into its base without a write. */
  private Fields news(Side side, Plan plan, String line) {
    Base after = plan.basesAfterNoting().of(side);
    Base known = part(before.of(side), line);
    List<String> names =
        after.values().names().stream()
            .filter(
                name ->
                    !after.unknown().contains(name)
                        && (known.unknown().contains(name)
                            || !known.values().has(name)
                            || !known.values().get(name).equals(after.values().get(name))))
            .toList();
    return Lines.named(after.values().only(names), line);
  }

  /** The line is on the order in Creatio no more. */
  void remove(LinesPlanner.Line line) {
    Fields removal = SalesOrderLines.removal(line.reference());
    writes = writes.with(Side.D365, writes.d365().with(removal));
    Both<Fields> own = confirmed.d365();
    confirmed = confirmed.with(Side.D365, own.with(Side.D365, own.d365().with(removal)));
    String name = LineFields.name(line.reference(), SalesOrderLines.LOT);
    String lot = line.now().d365().get(SalesOrderLines.LOT).text();
    decisions.add(
        new FieldDecision(
            name,
            Verdict.TO_D365,
            Side.D365,
            lot,
            null,
            null,
            line.label() + " was removed from the order in Creatio."));
  }

  /** A line that D365 keeps, by a person's word or the settings: no longer ours. */
  void forget(LinesPlanner.Line line) {
    left(
        line,
        line.now().d365(),
        "removed",
        line.label() + " stays in D365, though it was removed in Creatio.");
  }

  /** A line that was added too late and stays in Creatio only. */
  void leaveOut(LinesPlanner.Line line) {
    left(
        line,
        Fields.none(),
        "added",
        line.label() + " was added after D365 had confirmed the order; it is not sent.");
  }

  /** Told with what Creatio said when it is left, and known from then on. */
  private void left(LinesPlanner.Line line, Fields kept, String loser, String why) {
    String mark = LineFields.name(line.reference(), LEFT);
    boolean told = before.creatio().values().get(mark).text().equals(loser);
    Value lot = kept.get(SalesOrderLines.LOT);
    String stays = lot.isAbsent() ? null : lot.text();
    noted = noted.with(Side.CREATIO, noted.creatio().noting(Fields.of(mark, Values.text(loser))));
    decide(
        new FieldDecision(
            line.reference(), Verdict.D365_WON, null, stays, stays, told ? null : loser, why));
  }

  void decide(FieldDecision decision) {
    decisions.add(decision);
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  /**
   * The whole plan. Nothing of an order goes over while a line of it is in question, unless it
   * stands there already: half an order would be picked.
   */
  Plan plan(boolean placed) {
    boolean held = !placed && !problems.isEmpty();
    Both<Fields> none = new Both<>(Fields.none(), Fields.none());
    return new Plan(
        held ? writes.with(Side.D365, Fields.none()) : writes,
        held ? confirmed.with(Side.D365, none) : confirmed,
        noted,
        decisions,
        problems,
        false);
  }

  private static FieldDecision named(FieldDecision decision, LinesPlanner.Line line) {
    return new FieldDecision(
        LineFields.name(line.reference(), decision.field()),
        decision.verdict(),
        decision.target(),
        decision.before(),
        decision.after(),
        decision.rival(),
        line.label() + ": " + decision.why());
  }

  private static Problem named(Problem problem, LinesPlanner.Line line) {
    return new Problem(
        problem.failure(),
        line.label() + ": " + problem.what(),
        problem.remedy(),
        problem.fingerprint(),
        problem.field(),
        problem.healsItself());
  }
}
