package io.weft.activities.match;

import java.util.List;

/** What a search for the same company found. */
public sealed interface Match {
  /** This one, without doubt: it may be linked. */
  record Sure(Profile candidate, Verdict verdict) implements Match {}

  /** Perhaps one of these, the likeliest first: a person decides, nothing is done before. */
  record Doubtful(List<Finding> findings) implements Match {
    public Doubtful {
      findings = List.copyOf(findings);
    }
  }

  /** None: the record is new. */
  record None() implements Match {}
}
