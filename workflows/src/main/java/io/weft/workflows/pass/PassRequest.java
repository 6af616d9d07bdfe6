package io.weft.workflows.pass;

import io.weft.workflows.record.PairId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reconciliation of a pair, with what operators said since the last one, oldest first.
 *
 * @param progress what earlier steps of the same round have done; null for a first or only step
 */
public record PassRequest(
    PairId pair, List<Instruction> instructions, @Nullable Progress progress) {
  public PassRequest {
    instructions = List.copyOf(instructions);
  }

  /** The first or only step of a round. */
  public PassRequest(PairId pair, List<Instruction> instructions) {
    this(pair, instructions, null);
  }

  /** The same, after a step that has done so much. */
  public PassRequest after(Progress done) {
    return new PassRequest(pair, instructions, done);
  }
}
