package io.weft.activities.merge;

import io.weft.activities.mapping.Conduct;
import io.weft.activities.mapping.ConflictPolicy;
import io.weft.activities.mapping.Conversion;
import io.weft.activities.mapping.Direction;
import io.weft.activities.mapping.FieldRule;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.record.Both;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same situation with the systems' places exchanged. */
final class Mirror {
  private Mirror() {}

  /** Whether the situation has nothing that tells the sides apart on purpose. */
  static boolean applies(Situation situation) {
    var times = situation.changedAt();
    boolean tie = times.creatio() != null && times.creatio().equals(times.d365());
    return !tie && situation.supplied().isEmpty();
  }

  static Situation of(Situation situation) {
    return new Situation(
        situation.rules().stream().map(Mirror::of).toList(),
        of(situation.policy()),
        of(situation.now()),
        of(situation.bases()),
        situation.lookUps(),
        of(situation.changedAt()),
        situation.supplied(),
        situation.instructions().stream().map(Mirror::of).toList());
  }

  static <T extends @Nullable Object> Both<T> of(Both<T> both) {
    return new Both<>(both.d365(), both.creatio());
  }

  private static Instruction of(Instruction instruction) {
    return instruction instanceof Instruction.Choose choose
        ? new Instruction.Choose(
            choose.who(), choose.why(), choose.side().other(), List.copyOf(choose.fields()))
        : instruction;
  }

  private static FieldRule of(FieldRule rule) {
    Direction direction =
        switch (rule.direction()) {
          case BOTH -> Direction.BOTH;
          case TO_D365 -> Direction.TO_CREATIO;
          case TO_CREATIO -> Direction.TO_D365;
        };
    Conversion how = rule.conversion();
    Conversion turned = new Conversion(of(how.transforms()), null, null, of(how.defaults()));
    return new FieldRule(rule.id(), of(rule.slots()), direction, turned, of(rule.conduct()));
  }

  private static Conduct of(Conduct conduct) {
    return new Conduct(
        of(conduct.policy()),
        of(conduct.onFirstLink()),
        conduct.drift(),
        conduct.span(),
        conduct.truncate(),
        conduct.leaveUnknownCodes());
  }

  private static @Nullable ConflictPolicy of(@Nullable ConflictPolicy policy) {
    if (policy == ConflictPolicy.CREATIO_WINS) {
      return ConflictPolicy.D365_WINS;
    }
    return policy == ConflictPolicy.D365_WINS ? ConflictPolicy.CREATIO_WINS : policy;
  }
}
