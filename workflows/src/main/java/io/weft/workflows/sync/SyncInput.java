package io.weft.workflows.sync;

import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.PairId;
import java.util.List;

/**
 * What one run of a sync workflow starts with. The lists are what the run before left undone when
 * it continued as new; a fresh start has none.
 *
 * @param hinted whether a hint is waiting; true on a fresh start
 */
public record SyncInput(
    PairId pair, Origin origin, boolean hinted, List<Instruction> instructions) {
  public SyncInput {
    instructions = instructions == null ? List.of() : List.copyOf(instructions);
  }

  /** The input of a run that a hint starts. */
  public static SyncInput start(PairId pair, Origin origin) {
    return new SyncInput(pair, origin, true, List.of());
  }
}
