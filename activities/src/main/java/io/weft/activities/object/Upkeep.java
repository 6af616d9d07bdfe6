package io.weft.activities.object;

import io.weft.activities.value.Fields;
import io.weft.workflows.pass.FieldDecision;
import java.util.List;

/**
 * Fields written to D365 because of a record's life, not of its content.
 *
 * @param d365 what is written to D365; empty for nothing
 */
public record Upkeep(Fields d365, List<FieldDecision> decisions) {
  public Upkeep {
    decisions = List.copyOf(decisions);
  }

  /** Nothing to do. */
  public static Upkeep none() {
    return new Upkeep(Fields.none(), List.of());
  }
}
