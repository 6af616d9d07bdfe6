package io.weft.activities.merge;

import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.Direction;
import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.Fit;
import io.weft.activities.mapping.Slot;
import io.weft.activities.mapping.Translated;
import io.weft.activities.mapping.Translation;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of every plan, said without looking at how plans are made. Each law returns the
 * complaint, or null.
 */
final class MergeLaws {
  private final Function<Situation, Plan> planner;

  MergeLaws(Function<Situation, Plan> planner) {
    this.planner = planner;
  }

  /** The first complaint about the plan for this situation; null if all laws hold. */
  @Nullable String complaint(Situation situation) {
    Plan plan = planner.apply(situation);
    String owned = writesOnlyOwnedChangedFields(situation, plan);
    if (owned != null) {
      return owned;
    }
    for (FieldRule rule : situation.rules()) {
      String field = fieldComplaint(new Seen(rule, situation), plan);
      if (field != null) {
        return field;
      }
    }
    return settles(situation, plan);
  }

  private static @Nullable String fieldComplaint(Seen seen, Plan plan) {
    if (!seen.bothExist() || seen.amended() || seen.rule.derived()) {
      return null; // creates and amendments are judged by where they settle
    }
    String still = nothingMovesUnmoved(seen, plan);
    if (still != null) {
      return still;
    }
    for (Side side : Side.values()) {
      String lost = noLostEdit(seen, side, plan);
      if (lost != null) {
        return lost;
      }
    }
    String policy = winnerIsRight(seen, plan);
    return policy != null ? policy : basesTellTheTruth(seen, plan);
  }

  private static @Nullable String writesOnlyOwnedChangedFields(Situation situation, Plan plan) {
    for (Side side : Side.values()) {
      for (String name : plan.writes().of(side).names()) {
        FieldRule rule =
            situation.rules().stream()
                .filter(r -> r.name(side).equals(name))
                .findFirst()
                .orElse(null);
        if (rule == null || !rule.direction().flowsTo(side) || rule.slots().of(side).derived()) {
          return "writes a field that is not ours: " + name;
        }
        Value now = new Seen(rule, situation).now(side);
        Slot slot = rule.slots().of(side);
        Value sent = plan.writes().of(side).get(name);
        if (now.equals(sent)) {
          return "writes what is there: " + name;
        }
        boolean tooLong = slot.maxLength() > 0 && sent.text().length() > slot.maxLength();
        if (tooLong || (!slot.multiline() && sent.text().indexOf('\n') >= 0)) {
          return "writes what does not fit: " + name;
        }
        if (slot.required() && sent.isAbsent()) {
          return "clears what is required: " + name;
        }
      }
    }
    return null;
  }

  private static @Nullable String nothingMovesUnmoved(Seen seen, Plan plan) {
    if (seen.first() || seen.moved(Side.CREATIO) || seen.moved(Side.D365)) {
      return null;
    }
    boolean quiet =
        !seen.written(plan, Side.CREATIO)
            && !seen.written(plan, Side.D365)
            && seen.decisions(plan).isEmpty();
    return quiet ? null : "acts where nothing moved: " + seen.rule.id();
  }

  /** A value that moved and is overwritten, or counted as seen without going over, is a rival. */
  private static @Nullable String noLostEdit(Seen seen, Side side, Plan plan) {
    boolean mayBeEdit = seen.first() ? !seen.empty(side) : seen.moved(side);
    if (!mayBeEdit || seen.now(side).isAbsent()) {
      return null;
    }
    boolean overwritten = seen.written(plan, side);
    boolean passedOver =
        plan.basesAfterNoting().of(side).values().get(seen.name(side)).equals(seen.now(side))
            && !seen.written(plan, side.other())
            && !seen.unchangedBase(plan, side)
            && !seen.equal();
    if (!overwritten && !passedOver) {
      return null;
    }
    String text = seen.now(side).text();
    boolean told =
        seen.decisions(plan).stream()
            .anyMatch(d -> text.equals(d.rival()) || (passedOver && text.equals(d.after())));
    return told ? null : "loses " + side + " " + seen.name(side) + " without a word";
  }

  private static @Nullable String winnerIsRight(Seen seen, Plan plan) {
    boolean apart = !seen.equal();
    boolean creatio = seen.moved(Side.CREATIO);
    boolean d365 = seen.moved(Side.D365);
    for (FieldDecision decision : seen.decisions(plan)) {
      boolean disputed = seen.first() || (creatio && d365);
      if (decision.verdict() == Verdict.ASKED && (seen.oneWay() || !apart || !disputed)) {
        return "asks about what is not disputed: " + seen.rule.id();
      }
    }
    if (seen.oneWay() || seen.first() || !apart) {
      return null;
    }
    if (creatio != d365) {
      return seen.written(plan, creatio ? Side.CREATIO : Side.D365)
          ? "overwrites the only side that moved: " + seen.rule.id()
          : null;
    }
    Side winner = creatio ? seen.winner() : null;
    if (!creatio) {
      return null;
    }
    if (winner == null) {
      boolean held = !seen.written(plan, Side.CREATIO) && !seen.written(plan, Side.D365);
      boolean asked = seen.decisions(plan).stream().anyMatch(d -> d.verdict() == Verdict.ASKED);
      return held && asked && !plan.problems().isEmpty() ? null : "does not ask: " + seen.rule.id();
    }
    boolean blocked = seen.decisions(plan).stream().anyMatch(d -> d.verdict() == Verdict.BLOCKED);
    boolean right = !seen.written(plan, winner) && (blocked || seen.written(plan, winner.other()));
    return right ? null : "lets the wrong side win: " + seen.rule.id();
  }

  private static @Nullable String basesTellTheTruth(Seen seen, Plan plan) {
    for (Side side : Side.values()) {
      Fields sent = plan.confirmed().of(side).of(side);
      if (seen.bothExist() && !sent.equals(plan.writes().of(side))) {
        return "confirms what was not sent to " + side;
      }
      boolean noted = !seen.unchangedBase(plan, side);
      Value base = plan.basesAfterNoting().of(side).values().get(seen.name(side));
      if (noted && !base.equals(seen.now(side))) {
        return "notes what was not seen: " + seen.rule.id();
      }
    }
    return null;
  }

  /** Carried out, the plan leaves nothing to do, and both sides agree where they should. */
  private @Nullable String settles(Situation before, Plan first) {
    Situation after = Applied.to(before, first);
    Plan plan = planner.apply(after);
    boolean created =
        before.now().creatio() == null
            || before.now().d365() == null
            || before.rules().stream().anyMatch(r -> new Seen(r, before).amended());
    for (int round = 0; created && round < 2 && !plan.writesNothing(); round++) {
      after = Applied.to(after, plan);
      plan = planner.apply(after);
    }
    if (!plan.writesNothing()) {
      return "writes again: " + plan.writes();
    }
    List<String> open = new ArrayList<>();
    for (FieldDecision decision : plan.decisions()) {
      open.add(decision.field());
      if (decision.verdict() != Verdict.ASKED
          && decision.verdict() != Verdict.BLOCKED
          && !created) {
        return "decides again: " + decision;
      }
    }
    for (FieldRule rule : before.rules()) {
      String apart = agrees(new Seen(rule, before), new Seen(rule, after), first, open);
      if (apart != null) {
        return apart;
      }
    }
    return null;
  }

  private static @Nullable String agrees(Seen before, Seen after, Plan first, List<String> open) {
    boolean acted = before.first() || before.moved(Side.CREATIO) || before.moved(Side.D365);
    boolean exempt =
        !before.bothExist()
            || before.amended()
            || before.rule.derived()
            || open.contains(before.name(Side.CREATIO))
            || open.contains(before.name(Side.D365))
            || before.decisions(first).stream().anyMatch(d -> d.target() == null && stays(d));
    return acted && !exempt && !after.equal()
        ? "leaves both sides apart: " + before.rule.id()
        : null;
  }

  private static boolean stays(FieldDecision decision) {
    return decision.verdict() == Verdict.CREATIO_WON || decision.verdict() == Verdict.D365_WON;
  }

  /** One field as an onlooker sees it. */
  static final class Seen {
    final FieldRule rule;
    private final Situation situation;

    Seen(FieldRule rule, Situation situation) {
      this.rule = rule;
      this.situation = situation;
    }

    String name(Side side) {
      return rule.name(side);
    }

    boolean supplied() {
      return rule.direction().flowsTo(Side.D365) && situation.supplied().has(name(Side.D365));
    }

    Value now(Side side) {
      if (side == Side.CREATIO && supplied()) {
        return situation.supplied().get(name(Side.D365));
      }
      var record = situation.now().of(side);
      return record == null ? Values.ABSENT : record.fields().get(name(side));
    }

    boolean bothExist() {
      return situation.now().creatio() != null && situation.now().d365() != null;
    }

    boolean oneWay() {
      return supplied() || rule.direction() != Direction.BOTH;
    }

    boolean amended() {
      return situation.instructions().stream()
          .anyMatch(
              i ->
                  i instanceof Instruction.Amend a
                      && (a.fields().containsKey(name(Side.CREATIO))
                          || a.fields().containsKey(name(Side.D365))));
    }

    boolean empty(Side side) {
      return Fit.isEmpty(rule.slots().of(side), now(side));
    }

    boolean first() {
      return first(Side.CREATIO) || first(Side.D365);
    }

    private boolean first(Side side) {
      Base base = situation.bases().of(side);
      return base == null
          || !(base.values().has(name(side)) || base.unknown().contains(name(side)));
    }

    boolean moved(Side side) {
      Base base = situation.bases().of(side);
      if (base == null || base.unknown().contains(name(side))) {
        return true;
      }
      Slot slot = rule.slots().of(supplied() ? Side.D365 : side);
      return !Fit.same(slot, base.values().get(name(side)), now(side));
    }

    boolean equal() {
      boolean nothing = empty(Side.CREATIO) && empty(Side.D365);
      return nothing || carries(Side.D365) || (!supplied() && carries(Side.CREATIO));
    }

    private boolean carries(Side target) {
      if (!supplied() && !rule.direction().flowsTo(target)) {
        return false;
      }
      Value other = now(target.other());
      Translated translated =
          supplied()
              ? Fit.into(rule.slots().d365(), other, rule.conduct(), situation.lookUps())
              : Translation.to(target, rule, other, situation.lookUps());
      return translated instanceof Translated.Done done
          && Fit.same(rule.slots().of(target), done.value(), now(target));
    }

    boolean written(Plan plan, Side side) {
      return plan.writes().of(side).has(name(side));
    }

    boolean unchangedBase(Plan plan, Side side) {
      Base before = situation.bases().of(side);
      Base after = plan.basesAfterNoting().of(side);
      boolean had = before != null && before.values().has(name(side));
      boolean sameValue =
          had
              ? before.values().get(name(side)).equals(after.values().get(name(side)))
              : !after.values().has(name(side));
      boolean doubted = before != null && before.unknown().contains(name(side));
      return sameValue && doubted == after.unknown().contains(name(side));
    }

    List<FieldDecision> decisions(Plan plan) {
      List<FieldDecision> own = new ArrayList<>();
      for (FieldDecision decision : plan.decisions()) {
        if (decision.field().equals(name(Side.CREATIO))
            || decision.field().equals(name(Side.D365))) {
          own.add(decision);
        }
      }
      return own;
    }

    /** Who must win where both moved apart; null for nobody. */
    @Nullable Side winner() {
      for (Instruction instruction : situation.instructions()) {
        if (instruction instanceof Instruction.Choose choose
            && (choose.fields().isEmpty()
                || choose.fields().contains(name(Side.CREATIO))
                || choose.fields().contains(name(Side.D365)))) {
          return choose.side();
        }
      }
      ConflictPolicy own = rule.conduct().policy();
      var times = situation.changedAt();
      return switch (own == null ? situation.policy() : own) {
        case CREATIO_WINS -> Side.CREATIO;
        case D365_WINS -> Side.D365;
        case ASK -> null;
        case NEWEST_WINS ->
            times.creatio() == null || times.d365() == null
                ? null
                : times.d365().isAfter(times.creatio()) ? Side.D365 : Side.CREATIO;
      };
    }
  }
}
