package io.weft.workflows.introduction;

import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.RecordRef;
import java.util.List;

/** What one run of an introduction starts with; instructions are carried over continue-as-new. */
public record IntroductionInput(RecordRef record, Origin origin, List<Instruction> instructions) {
  public IntroductionInput {
    instructions = instructions == null ? List.of() : List.copyOf(instructions);
  }

  /** The input of a run that a hint starts. */
  public static IntroductionInput start(RecordRef record, Origin origin) {
    return new IntroductionInput(record, origin, List.of());
  }
}
