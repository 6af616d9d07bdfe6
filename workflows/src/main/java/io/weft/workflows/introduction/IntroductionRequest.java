package io.weft.workflows.introduction;

import io.weft.workflows.pass.Instruction;
import io.weft.workflows.record.RecordRef;
import java.util.List;

/** One attempt to introduce a record, with what operators said since the last one. */
public record IntroductionRequest(RecordRef record, List<Instruction> instructions) {
  public IntroductionRequest {
    instructions = List.copyOf(instructions);
  }
}
