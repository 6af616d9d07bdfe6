package io.weft.activities.merge;

import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.Direction;
import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.Fit;
import io.weft.activities.mapping.Slot;
import io.weft.activities.mapping.Translated;
import io.weft.activities.mapping.Translation;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One field as an onlooker sees it. */
final class Seen {
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
    return base == null || !(base.values().has(name(side)) || base.unknown().contains(name(side)));
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
      if (decision.field().equals(name(Side.CREATIO)) || decision.field().equals(name(Side.D365))) {
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
