package io.weft.activities.order;

import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.merge.Base;
import io.weft.activities.merge.Merge;
import io.weft.activities.merge.Plan;
import io.weft.activities.merge.Situation;
import io.weft.activities.object.LineFields;
import io.weft.activities.object.Planner;
import io.weft.activities.settings.OrderConduct;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Plans all lines of an order together: each by the same mapping, so that a line is added, changed
 * or removed in D365 as it is in Creatio. Lines that D365 made itself are told and left alone.
 */
final class LinesPlanner implements Planner {
  private final Mapping lines;
  private final LineRules rules;
  private final LookUps lookUps;
  private final OrderConduct conduct;
  private final Predicate<RecordRef> confirmed;

  /**
   * @param confirmed whether D365 has confirmed a sales order; asked only where it matters
   */
  LinesPlanner(
      Mapping lines,
      LineRules rules,
      LookUps lookUps,
      OrderConduct conduct,
      Predicate<RecordRef> confirmed) {
    this.confirmed = confirmed;
    this.lines = lines;
    this.rules = rules;
    this.lookUps = lookUps;
    this.conduct = conduct;
  }

  @Override
  public int version() {
    return lines.version();
  }

  @Override
  public Plan plan(Question question) {
    Both<Fields> now = question.now().map(side -> side == null ? Fields.none() : side.fields());
    LinesDraft draft = new LinesDraft(question.bases());
    Set<String> all = new LinkedHashSet<>(Lines.of(now.creatio()));
    all.addAll(Lines.of(now.d365()));
    int number = 0;
    for (String line : all) {
      Both<Fields> both = now.map(fields -> Lines.of(fields, line));
      number++;
      decide(new Line(line, label(number, both), both), question, draft);
    }
    boolean placed = Lines.of(now.d365()).stream().anyMatch(l -> !isForeign(l));
    return draft.plan(placed);
  }

  /**
   * One line.
   *
   * @param label what people know it by
   */
  record Line(String reference, String label, Both<Fields> now) {}

  private static String label(int number, Both<Fields> now) {
    String item = now.d365().get("ItemNumber").text();
    String name = now.creatio().get("Name").text();
    String what = item.isEmpty() ? name : item;
    return "Line " + number + (what.isEmpty() ? "" : " (" + what + ")");
  }

  static boolean isForeign(String line) {
    return line.startsWith(SalesOrderLines.FOREIGN);
  }

  private void decide(Line line, Question question, LinesDraft draft) {
    if (isForeign(line.reference())) {
      foreign(line, draft);
    } else if (line.now().creatio().isEmpty()) {
      removed(line, question, draft);
    } else if (line.now().d365().isEmpty() && draft.wasThere(line.reference())) {
      gone(line, question, draft);
    } else {
      merge(line, question, draft);
    }
  }

  /** A part of a bundle, a charge or what somebody typed in D365. */
  private static void foreign(Line line, LinesDraft draft) {
    String reference = line.now().d365().get(SalesOrderLines.REFERENCE).text();
    if (reference.length() == References.LENGTH && draft.knows(reference)) {
      String lot = line.now().d365().get(SalesOrderLines.LOT).text();
      draft.problem(OrderProblems.doubledLine(line.label(), lot));
      return;
    }
    String why = line.label() + " was added in D365; it stays as it is and is not in Creatio.";
    draft.decide(
        new FieldDecision(line.reference(), Verdict.D365_WON, null, null, null, null, why));
  }

  private void removed(Line line, Question question, LinesDraft draft) {
    if (SalesOrderLines.isOpen(line.now().d365())) {
      switch (course(question)) {
        case SEND -> draft.remove(line);
        case LEAVE -> draft.forget(line);
        case ASK ->
            draft.problem(OrderProblems.changedAfterConfirmation(line.label(), "it was removed"));
      }
      return;
    }
    String state = line.now().d365().get(SalesOrderLines.LINE_STATUS).text();
    if (OrderPlanner.discarded(question)) {
      draft.forget(line);
    } else if (draft.knows(line.reference())) {
      draft.problem(OrderProblems.tooLate(line.label(), "it was removed", state));
    }
  }

  private void gone(Line line, Question question, LinesDraft draft) {
    boolean again = question.said().stream().anyMatch(Instruction.Retry.class::isInstance);
    if (again) {
      merge(line, question, draft);
    } else if (!OrderPlanner.discarded(question)) {
      draft.problem(OrderProblems.lineGone(line.label()));
    }
  }

  private void merge(Line line, Question question, LinesDraft draft) {
    LineRules.Checked checked = rules.check(line, draft.item(line.reference()));
    if (!checked.problems().isEmpty()) {
      checked.problems().forEach(draft::problem);
      return;
    }
    Plan plan = Merge.plan(situation(line, question, draft, checked.supplied()));
    boolean open = SalesOrderLines.isOpen(line.now().d365());
    if (plan.writes().d365().isEmpty()) {
      draft.add(line, plan);
      return;
    }
    if (open) {
      changed(line, plan, question, draft);
      return;
    }
    String state = line.now().d365().get(SalesOrderLines.LINE_STATUS).text();
    boolean settled = OrderPlanner.discarded(question);
    draft.add(line, Planned.withheld(plan, "D365 no longer takes it: " + state, settled));
    if (!settled) {
      draft.problem(OrderProblems.tooLate(line.label(), Planned.words(plan), state));
    }
  }

  private void changed(Line line, Plan plan, Question question, LinesDraft draft) {
    ConfirmedChange.Course course = course(question);
    if (course == ConfirmedChange.Course.LEAVE && line.now().d365().isEmpty()) {
      draft.leaveOut(line);
    } else {
      draft.add(line, ConfirmedChange.on(course, plan, "it", question));
    }
  }

  private ConfirmedChange.Course course(Question question) {
    ConfirmedChange.Course course = ConfirmedChange.course(conduct.onChange(), question);
    Snapshot salesOrder = question.now().d365();
    boolean send =
        course == ConfirmedChange.Course.SEND
            || salesOrder == null
            || !confirmed.test(salesOrder.record());
    return send ? ConfirmedChange.Course.SEND : course;
  }

  private Situation situation(Line line, Question question, LinesDraft draft, Fields supplied) {
    Both<Base> bases = draft.bases(line.reference());
    return new Situation(
        applying(line, question),
        ConflictPolicy.CREATIO_WINS,
        new Both<>(
            snapshot(question.now().creatio(), line.now().creatio()),
            snapshot(question.now().d365(), line.now().d365())),
        new Both<>(bases.creatio(), bases.d365()),
        lookUps,
        question.movedAt(),
        supplied,
        List.of());
  }

  /** Without prices where D365 finds them, without what was muted. */
  private List<FieldRule> applying(Line line, Question question) {
    boolean ours = conduct.pricing() == OrderConduct.Pricing.CRM;
    return lines.rules().stream()
        .filter(rule -> ours || !LineRules.PRICES.contains(rule.id()))
        .filter(rule -> !isMuted(line, question, rule, Side.CREATIO))
        .filter(rule -> !isMuted(line, question, rule, Side.D365))
        .toList();
  }

  private static boolean isMuted(Line line, Question question, FieldRule rule, Side side) {
    String name = LineFields.name(line.reference(), rule.name(side));
    return question.muted().of(side).contains(name);
  }

  private static @Nullable Snapshot snapshot(@Nullable Snapshot document, Fields line) {
    return document == null || line.isEmpty()
        ? null
        : new Snapshot(document.record(), line, document.etag(), document.modifiedOn(), null);
  }
}
