package io.weft.activities.object;

import io.weft.activities.value.Snapshot;
import io.weft.workflows.failure.Problem;

/** What a newcomer met on the other side. */
public sealed interface Meeting {
  /** The same one, surely; the evidence in words. */
  record Sure(Snapshot partner, String evidence) implements Meeting {}

  /** Perhaps the same one: a person decides. */
  record Doubtful(Problem problem) implements Meeting {}

  /** Nobody: its partner is to be made. */
  record Nobody() implements Meeting {}
}
