package io.weft.activities.merge;

import io.weft.activities.mapping.FieldRule;
import io.weft.activities.value.Fields;
import io.weft.workflows.record.Side;
import java.util.List;

/** A situation in words, for a failing case. */
final class Shown {
  private Shown() {}

  static String of(long seed, long number, Situation situation, Plan plan) {
    StringBuilder text = new StringBuilder();
    text.append("seed ").append(seed).append(", case ").append(number).append('\n');
    text.append(situation.policy()).append(' ').append(situation.changedAt()).append(' ');
    text.append(situation.instructions()).append('\n');
    for (FieldRule rule : situation.rules()) {
      text.append(rule.id()).append(' ').append(rule.direction()).append(' ');
      text.append(rule.conduct()).append('\n');
      for (Side side : Side.values()) {
        Base base = situation.bases().of(side);
        var now = situation.now().of(side);
        text.append("  ").append(rule.name(side)).append(" base ");
        text.append(base == null ? "none" : base.values().asMap().get(rule.name(side)));
        text.append(base != null && base.unknown().contains(rule.name(side)) ? "?" : "");
        text.append(" now ").append(now == null ? "none" : now.fields().get(rule.name(side)));
        text.append('\n');
      }
    }
    text.append("supplied ").append(situation.supplied().asMap()).append('\n');
    text.append("writes ").append(plan.writes().map(Fields::asMap)).append('\n');
    plan.decisions().forEach(d -> text.append("  ").append(d).append('\n'));
    return text.toString();
  }

  /** The same situation without the rule of a field. */
  static Situation without(Situation situation, String field) {
    List<FieldRule> rules =
        situation.rules().stream()
            .filter(r -> !r.name(Side.CREATIO).equals(field) && !r.name(Side.D365).equals(field))
            .toList();
    return new Situation(
        rules,
        situation.policy(),
        situation.now(),
        situation.bases(),
        situation.lookUps(),
        situation.changedAt(),
        situation.supplied(),
        situation.instructions());
  }
}
