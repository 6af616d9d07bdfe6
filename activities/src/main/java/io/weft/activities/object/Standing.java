package io.weft.activities.object;

import io.weft.activities.store.LinkState;
import io.weft.workflows.failure.Problem;
import org.jspecify.annotations.Nullable;

/** Where a pair stands before anything is planned for it. */
public sealed interface Standing {
  /** Both records are there, or one is still to be created: go on. */
  record Live() implements Standing {}

  /**
   * The pair is not to be written any more.
   *
   * @param state what the link becomes
   * @param why one sentence for the run's result and the audit
   * @param successor the Creatio id of the record that this one was merged into, if it was
   */
  record Over(LinkState state, String why, @Nullable String successor) implements Standing {}

  /** Another record comes first. */
  record Waits(Need need) implements Standing {}

  /**
   * The Creatio record belongs to somebody else in D365 from now on, and gets a record of its own
   * there.
   *
   * @param farewell what is written to the old record; empty for nothing
   * @param newKey the provisional key of the new one
   */
  record Moved(Upkeep farewell, String newKey) implements Standing {}

  /** A person must say what is right. */
  record Unclear(Problem problem) implements Standing {}
}
