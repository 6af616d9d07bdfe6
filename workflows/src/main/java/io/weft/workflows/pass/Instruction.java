package io.weft.workflows.pass;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.weft.workflows.record.Side;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an operator tells a waiting record. Each carries a name and a reason, which reach the audit.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Instruction.Retry.class, name = "retry"),
  @JsonSubTypes.Type(value = Instruction.Amend.class, name = "amend"),
  @JsonSubTypes.Type(value = Instruction.Link.class, name = "link"),
  @JsonSubTypes.Type(value = Instruction.Discard.class, name = "discard"),
  @JsonSubTypes.Type(value = Instruction.Choose.class, name = "choose")
})
public sealed interface Instruction {
  /** The operator's name. */
  String who();

  /** The reason given. */
  String why();

  /** Try again as it is. */
  record Retry(String who, String why) implements Instruction {}

  /**
   * Write these values to the target instead: a D365 field name goes to D365, a Creatio column to
   * Creatio. Values are in their canonical text form; {@code ""} clears.
   */
  record Amend(String who, String why, Map<String, String> fields) implements Instruction {
    public Amend {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /** Link the record with this key on the other side; for a doubtful match. */
  record Link(String who, String why, String key) implements Instruction {}

  /** Let this change go: nothing is written, the record waits for its next change. */
  record Discard(String who, String why) implements Instruction {}

  /** Settle a conflict that was put to a person; no fields means all disputed ones. */
  record Choose(String who, String why, Side side, List<String> fields) implements Instruction {
    public Choose {
      fields = List.copyOf(fields);
    }
  }
}
