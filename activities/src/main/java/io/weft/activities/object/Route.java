package io.weft.activities.object;

import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.LegalEntity;
import java.util.List;

/** Where a newcomer belongs. */
public sealed interface Route {
  /** To these legal entities, the leading one first. */
  record To(List<LegalEntity> legalEntities) implements Route {
    public To {
      legalEntities = List.copyOf(legalEntities);
    }
  }

  /** Another record comes first. */
  record Waits(Need need) implements Route {}

  /** Not ours to sync; counted. */
  record LeftOut(String why) implements Route {}

  /** No rule fits, or a rule needs what the record lacks. */
  record NoRule(Problem problem) implements Route {}
}
