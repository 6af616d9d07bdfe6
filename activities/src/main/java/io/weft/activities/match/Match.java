package io.weft.activities.match;

import java.util.List;

/** What a search for the same company found. */
public sealed interface Match {
  /** A candidate with what speaks for and against it. */
  record Finding(Profile candidate, Evidence evidence) {}

  /** This one, without doubt: it may be linked. */
  record Sure(Profile candidate, Evidence evidence) implements Match {}

  /** Perhaps one of these: a person decides, nothing is linked or created before. */
  record Doubtful(List<Finding> findings) implements Match {
    public Doubtful {
      findings = List.copyOf(findings);
    }
  }

  /** None: the record is new. */
  record None() implements Match {}
}
