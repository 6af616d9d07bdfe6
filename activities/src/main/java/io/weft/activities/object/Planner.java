package io.weft.activities.object;

import io.weft.activities.merge.Base;
import io.weft.activities.merge.Plan;
import io.weft.activities.store.Link;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans one pair by its mapping and rules: pure, given look-ups that were read before. */
public interface Planner {
  /** What to write where, and why. */
  Plan plan(Question question);

  /**
   * The other side's values that a write to {@code target} is made from, in that side's own form:
   * what its base becomes when the write is confirmed.
   */
  Fields counterpart(Side target, Fields written, Both<@Nullable Snapshot> now);

  /** The version of the mapping, for the audit. */
  int version();

  /**
   * What a plan is made from.
   *
   * @param movedAt per side: when it moved, as far as anybody can tell, for newest-wins
   */
  record Question(
      Link link,
      Both<@Nullable Base> bases,
      Both<@Nullable Snapshot> now,
      Both<Instant> movedAt,
      List<Instruction> said) {
    public Question {
      said = List.copyOf(said);
    }
  }
}
