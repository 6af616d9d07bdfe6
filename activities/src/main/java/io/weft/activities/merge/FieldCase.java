package io.weft.activities.merge;

import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.Direction;
import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.Fit;
import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.Slot;
import io.weft.activities.mapping.Translated;
import io.weft.activities.mapping.Translation;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import org.jspecify.annotations.Nullable;

/** One field of the pair: what each side holds, held, and makes of the other's value. */
final class FieldCase {
  final FieldRule rule;
  final Direction direction;
  final Both<Value> now;

  /** Why a derived value could not be computed; null if all is well. */
  final Translated.@Nullable Refused trouble;

  private final Situation situation;
  private final boolean supplied;
  private @Nullable Translated toCreatio;
  private @Nullable Translated toD365;

  /**
   * @param records what values are derived from: both records as they will be after the writes
   *     planned so far
   */
  FieldCase(FieldRule rule, Situation situation, Both<Fields> records) {
    this.rule = rule;
    this.situation = situation;
    this.supplied =
        rule.direction().flowsTo(Side.D365) && situation.supplied().has(rule.name(Side.D365));
    this.direction = supplied ? Direction.TO_D365 : rule.direction();
    Value creatio = Values.ABSENT;
    Value d365 = Values.ABSENT;
    Translated.Refused found = null;
    try {
      creatio =
          supplied ? situation.supplied().get(rule.name(Side.D365)) : own(Side.CREATIO, records);
      d365 = own(Side.D365, records);
    } catch (IllegalArgumentException e) {
      found =
          new Translated.Refused(
              Translated.Why.FORMULA,
              "",
              "cannot be computed: " + e.getMessage(),
              "Correct the record's values, or the formula in the mapping");
    }
    this.now = new Both<>(creatio, d365);
    this.trouble = found;
  }

  private Value own(Side side, Both<Fields> records) {
    return exists(side) ? Translation.own(rule, side, records.of(side), lookUps()) : Values.ABSENT;
  }

  String name(Side side) {
    return rule.name(side);
  }

  Slot slot(Side side) {
    return rule.slots().of(side);
  }

  Value now(Side side) {
    return now.of(side);
  }

  LookUps lookUps() {
    return situation.lookUps();
  }

  boolean exists(Side side) {
    return situation.now().of(side) != null;
  }

  /** Whether a write may go there. A derived value has no field to be written to. */
  boolean flowsTo(Side side) {
    return direction.flowsTo(side) && !slot(side).derived();
  }

  /** Whether both sides were compared before. */
  boolean known() {
    return known(Side.CREATIO) && known(Side.D365);
  }

  private boolean known(Side side) {
    Base base = situation.bases().of(side);
    return base != null && base.has(name(side));
  }

  /** Whether that side holds something else than we last knew; a doubtful base counts as moved. */
  boolean moved(Side side) {
    Base base = situation.bases().of(side);
    if (base == null || base.unknown().contains(name(side))) {
      return true;
    }
    Slot where = supplied ? slot(Side.D365) : slot(side);
    return !Fit.same(where, base.values().get(name(side)), now(side));
  }

  boolean empty(Side side) {
    return Fit.isEmpty(slot(side), now(side));
  }

  /** What the other side's value reads as on the target. */
  Translated to(Side target) {
    return switch (target) {
      case CREATIO -> {
        toCreatio = toCreatio == null ? translate(Side.CREATIO) : toCreatio;
        yield toCreatio;
      }
      case D365 -> {
        toD365 = toD365 == null ? translate(Side.D365) : toD365;
        yield toD365;
      }
    };
  }

  private Translated translate(Side target) {
    Value other = now(target.other());
    return supplied && target == Side.D365
        ? Fit.into(slot(target), other, rule.conduct(), lookUps())
        : Translation.to(target, rule, other, lookUps());
  }

  /** Whether both sides say the same, seen from either side that values flow to. */
  boolean equal() {
    return (empty(Side.CREATIO) && empty(Side.D365)) || holds(Side.D365) || holds(Side.CREATIO);
  }

  private boolean holds(Side target) {
    return direction.flowsTo(target)
        && to(target) instanceof Translated.Done done
        && Fit.same(slot(target), done.value(), now(target));
  }

  ConflictPolicy policy() {
    ConflictPolicy own = rule.conduct().policy();
    return own != null ? own : situation.policy();
  }

  ConflictPolicy firstLinkPolicy() {
    ConflictPolicy own = rule.conduct().onFirstLink();
    return own != null ? own : policy();
  }

  /** The field's value as its base takes it in. */
  Fields seen(Side side) {
    return Fields.of(name(side), now(side));
  }
}
