package io.weft.activities.rule;

import io.weft.workflows.record.LegalEntity;
import java.util.List;

/** Where a record belongs. */
public sealed interface Route {
  /** Why, in words. */
  String why();

  /** To these legal entities, the leading one first. */
  record To(List<LegalEntity> legalEntities, String why) implements Route {
    public To {
      legalEntities = List.copyOf(legalEntities);
      if (legalEntities.isEmpty()) {
        throw new IllegalArgumentException("a route leads to a legal entity");
      }
    }

    /** Through which what the account's customers share is kept in step. */
    public LegalEntity leading() {
      return legalEntities.get(0);
    }
  }

  /** A rule leaves it out; it is counted. */
  record LeftOut(String why) implements Route {}

  /** No rule knows it: a person is asked. */
  record Unknown(String why) implements Route {}
}
