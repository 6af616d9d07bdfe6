package io.weft.activities.merge;

import io.weft.activities.mapping.FieldRule;
import io.weft.activities.value.Fields;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;

/**
 * The three-way merge of one pair, field by field. Pure: the same situation gives the same plan,
 * and once a plan is carried out and its bases are stored, the next one writes nothing.
 *
 * <ul>
 *   <li>Only one side moved: its value goes to the other. Both moved to the same: noted. Both moved
 *       apart: the policy decides, the loser is in the decisions.
 *   <li>A field without a base on both sides is met for the first time: an empty side is filled,
 *       two different values are settled by {@code onFirstLink}.
 *   <li>A one-way field whose target moved by itself keeps that value (D365, by default) or is put
 *       back (Creatio, by default); either way it is recorded.
 *   <li>Two values are equal if either side's value, translated, is what the other side holds, so
 *       that value maps that are not one-to-one still come to rest.
 *   <li>Where neither side moved nothing is done, even if they differ: an operator or a setting
 *       wanted it so. After a changed mapping, doubt its fields with {@link Base#doubting}.
 * </ul>
 */
public final class Merge {
  private Merge() {}

  /**
   * What is to be done with the pair. A value that cannot be sent becomes a problem and leaves the
   * other fields alone; throws only what the look-ups throw.
   */
  public static Plan plan(Situation situation) {
    Draft draft = new Draft();
    if (situation.now().creatio() == null && situation.now().d365() == null) {
      return draft.plan(situation);
    }
    Orders orders = new Orders(situation.instructions());
    FieldMerge merge = new FieldMerge(situation, orders, draft);
    Both<Fields> seen = situation.now().map(now -> now == null ? Fields.none() : now.fields());
    for (FieldRule rule : situation.rules()) {
      if (!rule.derived()) {
        merge.decide(new FieldCase(rule, situation, seen));
      }
    }
    Both<Fields> written = null;
    for (FieldRule rule : situation.rules()) {
      if (rule.derived()) { // last: what it is derived from may just have been planned
        written = written == null ? draft.written(seen) : written;
        merge.decide(new FieldCase(rule, situation, written));
      }
    }
    for (Orders.Amendment amendment : orders.amended()) {
      if (!isMapped(situation, amendment.field())) {
        draft.problem(unmapped(amendment));
      }
    }
    return draft.plan(situation);
  }

  private static boolean isMapped(Situation situation, String field) {
    return situation.rules().stream()
        .anyMatch(r -> r.name(Side.CREATIO).equals(field) || r.name(Side.D365).equals(field));
  }

  private static Problem unmapped(Orders.Amendment amendment) {
    return Words.problem(
        Side.D365,
        "UnknownField",
        "The field '" + amendment.field() + "' was amended but is not mapped for this record.",
        "Use the field's name as the mapping gives it, of Creatio or of D365.",
        amendment.field());
  }
}
