package io.weft.workflows.pass;

import io.weft.workflows.record.PairId;
import java.util.List;

/** One reconciliation of a pair, with what operators said since the last one, oldest first. */
public record PassRequest(PairId pair, List<Instruction> instructions) {
  public PassRequest {
    instructions = List.copyOf(instructions);
  }
}
