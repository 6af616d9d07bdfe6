package io.weft.activities.merge;

import io.weft.activities.value.Snapshot;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;

/** A situation after its plan was carried out and both bases were stored. */
final class Applied {
  private Applied() {}

  static Situation to(Situation before, Plan plan) {
    Both<Snapshot> now = before.now();
    Both<Base> bases = plan.basesAfterNoting();
    for (Side side : Side.values()) {
      if (!plan.writes().of(side).isEmpty()) {
        now = now.with(side, written(now.of(side), side, plan));
        bases = plan.confirm(side, bases);
      }
    }
    return new Situation(
        before.rules(),
        before.policy(),
        now,
        new Both<>(bases.creatio(), bases.d365()),
        before.lookUps(),
        before.changedAt(),
        before.supplied(),
        choices(before));
  }

  /** A choice that could not be carried out yet still stands; an amendment is given once. */
  private static List<Instruction> choices(Situation before) {
    return before.instructions().stream().filter(i -> i instanceof Instruction.Choose).toList();
  }

  private static Snapshot written(Snapshot seen, Side side, Plan plan) {
    if (seen == null) {
      return new Snapshot(fresh(side), plan.writes().of(side), null, null, null);
    }
    return new Snapshot(
        seen.record(), seen.fields().with(plan.writes().of(side)), null, null, null);
  }

  private static RecordRef fresh(Side side) {
    SyncObjectName object = SyncObjectName.ACCOUNT_CUSTOMER;
    return side == Side.CREATIO
        ? RecordRef.creatio(object, "00000000-0000-0000-0000-00000000000b")
        : RecordRef.d365(object, new LegalEntity("usmf"), "C-2");
  }
}
