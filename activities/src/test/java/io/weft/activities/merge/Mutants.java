package io.weft.activities.merge;

import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.FieldRule;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Merges that are wrong in one way each, as a careless author would make them. */
final class Mutants {
  private Mutants() {}

  static Map<String, Function<Situation, Plan>> all() {
    Map<String, Function<Situation, Plan>> all = new LinkedHashMap<>();
    all.put("takes a doubtful base for certain", fed(Mutants::certain));
    all.put("lets Creatio win always", fed(s -> policy(s, ConflictPolicy.CREATIO_WINS)));
    all.put("lets the older change win", fed(Mutants::timesExchanged));
    all.put("does not see D365 move", fed(Mutants::d365Still));
    all.put("takes a first link for a change", fed(Mutants::emptyBases));
    all.put(
        "ignores the operator",
        fed(
            s ->
                new Situation(
                    s.rules(),
                    s.policy(),
                    s.now(),
                    s.bases(),
                    s.lookUps(),
                    s.changedAt(),
                    s.supplied(),
                    List.of())));
    all.put("keeps the rival to itself", decisions(Mutants::withoutRival));
    all.put("forgets who lost", dropping(d -> d.rival() != null));
    all.put(
        "keeps silent about what stays", dropping(d -> stays(d.verdict()) && d.target() == null));
    all.put("does not note what is equal", s -> notingNothing(s, Merge.plan(s)));
    all.put("confirms the target only", s -> confirmingTargetOnly(Merge.plan(s)));
    all.put("confirms what was there before", s -> confirmingBefore(s, Merge.plan(s)));
    all.put("sends every field", s -> sendingAll(s, Merge.plan(s)));
    all.put("sends what nobody asked for", s -> sendingStranger(Merge.plan(s)));
    all.put("sends values that do not fit", s -> sendingBlocked(Merge.plan(s)));
    all.put("holds everything back for one question", s -> holdingAll(Merge.plan(s)));
    all.put("asks without telling anybody", s -> withoutProblems(Merge.plan(s)));
    all.put("forgets the writes to Creatio", s -> withoutWrites(Merge.plan(s), Side.CREATIO));
    all.put("clears instead of filling", s -> clearing(Merge.plan(s)));
    return all;
  }

  private static Function<Situation, Plan> fed(UnaryOperator<Situation> change) {
    return situation -> Merge.plan(change.apply(situation));
  }

  private static Situation certain(Situation s) {
    return bases(s, s.bases().map(b -> b == null ? null : Base.of(b.values())));
  }

  private static Situation bases(Situation s, Both<@Nullable Base> bases) {
    return new Situation(
        s.rules(),
        s.policy(),
        s.now(),
        bases,
        s.lookUps(),
        s.changedAt(),
        s.supplied(),
        s.instructions());
  }

  private static Situation policy(Situation s, ConflictPolicy policy) {
    return new Situation(
        s.rules(),
        policy,
        s.now(),
        s.bases(),
        s.lookUps(),
        s.changedAt(),
        s.supplied(),
        s.instructions());
  }

  private static Situation timesExchanged(Situation s) {
    return new Situation(
        s.rules(),
        s.policy(),
        s.now(),
        s.bases(),
        s.lookUps(),
        Mirror.of(s.changedAt()),
        s.supplied(),
        s.instructions());
  }

  private static Situation d365Still(Situation s) {
    Snapshot now = s.now().d365();
    Base base = s.bases().d365();
    return now == null || base == null
        ? s
        : bases(s, s.bases().with(Side.D365, Base.of(base.values().with(now.fields()))));
  }

  private static Situation emptyBases(Situation s) {
    Map<String, Value> nothing = new LinkedHashMap<>();
    for (FieldRule rule : s.rules()) {
      nothing.put(rule.name(Side.CREATIO), Values.ABSENT);
      nothing.put(rule.name(Side.D365), Values.ABSENT);
    }
    Base none = Base.of(Fields.of(nothing));
    return bases(s, s.bases().map(b -> b == null ? none : none.noting(b.values())));
  }

  private static Function<Situation, Plan> decisions(UnaryOperator<FieldDecision> change) {
    return situation -> {
      Plan plan = Merge.plan(situation);
      return with(plan, plan.decisions().stream().map(change).toList());
    };
  }

  private static Function<Situation, Plan> dropping(Predicate<FieldDecision> which) {
    return situation -> {
      Plan plan = Merge.plan(situation);
      return with(plan, plan.decisions().stream().filter(which.negate()).toList());
    };
  }

  private static FieldDecision withoutRival(FieldDecision d) {
    return new FieldDecision(
        d.field(), d.verdict(), d.target(), d.before(), d.after(), null, d.why());
  }

  private static boolean stays(Verdict verdict) {
    return verdict == Verdict.CREATIO_WON || verdict == Verdict.D365_WON;
  }

  private static Plan with(Plan plan, List<FieldDecision> decisions) {
    return new Plan(
        plan.writes(),
        plan.confirmed(),
        plan.basesAfterNoting(),
        decisions,
        plan.problems(),
        plan.createHeldBack());
  }

  private static Plan with(Plan plan, Both<Fields> writes, Both<Both<Fields>> confirmed) {
    return new Plan(
        writes,
        confirmed,
        plan.basesAfterNoting(),
        plan.decisions(),
        plan.problems(),
        plan.createHeldBack());
  }

  private static Plan notingNothing(Situation s, Plan plan) {
    return new Plan(
        plan.writes(),
        plan.confirmed(),
        s.bases().map(b -> b == null ? Base.NONE : b),
        plan.decisions(),
        plan.problems(),
        plan.createHeldBack());
  }

  private static Plan confirmingTargetOnly(Plan plan) {
    Both<Both<Fields>> sent =
        new Both<>(
            new Both<>(plan.writes().creatio(), Fields.none()),
            new Both<>(Fields.none(), plan.writes().d365()));
    return with(plan, plan.writes(), sent);
  }

  private static Plan confirmingBefore(Situation s, Plan plan) {
    Both<Both<Fields>> sent = plan.confirmed();
    for (Side side : Side.values()) {
      Snapshot now = s.now().of(side);
      if (now != null) {
        Fields before = now.fields().only(List.copyOf(plan.writes().of(side).names()));
        sent = sent.with(side, sent.of(side).with(side, before));
      }
    }
    return with(plan, plan.writes(), sent);
  }

  private static Plan sendingAll(Situation s, Plan plan) {
    Both<Fields> writes = plan.writes();
    for (FieldRule rule : s.rules()) {
      Snapshot now = s.now().d365();
      if (now != null && rule.direction().flowsTo(Side.D365)) {
        String name = rule.name(Side.D365);
        Fields all = Fields.of(name, now.fields().get(name)).with(writes.d365());
        writes = writes.with(Side.D365, all);
      }
    }
    return with(plan, writes, plan.confirmed());
  }

  private static Plan sendingStranger(Plan plan) {
    Fields more = plan.writes().creatio().with("Notes", new Value.Text("synced"));
    return with(plan, plan.writes().with(Side.CREATIO, more), plan.confirmed());
  }

  private static Plan sendingBlocked(Plan plan) {
    Both<Fields> writes = plan.writes();
    for (FieldDecision d : plan.decisions()) {
      if (d.verdict() == Verdict.BLOCKED && d.target() != null && d.after() != null) {
        Fields more = writes.of(d.target()).with(d.field(), new Value.Text(d.after()));
        writes = writes.with(d.target(), more);
      }
    }
    return with(plan, writes, plan.confirmed());
  }

  private static Plan holdingAll(Plan plan) {
    boolean asks = plan.decisions().stream().anyMatch(d -> d.verdict() == Verdict.ASKED);
    Both<Fields> none = new Both<>(Fields.none(), Fields.none());
    return asks ? with(plan, none, new Both<>(none, none)) : plan;
  }

  private static Plan withoutProblems(Plan plan) {
    return new Plan(
        plan.writes(),
        plan.confirmed(),
        plan.basesAfterNoting(),
        plan.decisions(),
        List.of(),
        plan.createHeldBack());
  }

  private static Plan withoutWrites(Plan plan, Side side) {
    return with(plan, plan.writes().with(side, Fields.none()), plan.confirmed());
  }

  private static Plan clearing(Plan plan) {
    Map<String, Value> cleared = new LinkedHashMap<>();
    plan.writes().d365().forEach((name, value) -> cleared.put(name, Values.ABSENT));
    return with(plan, plan.writes().with(Side.D365, Fields.of(cleared)), plan.confirmed());
  }
}
