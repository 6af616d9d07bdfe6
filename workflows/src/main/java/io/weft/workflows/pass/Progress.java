package io.weft.workflows.pass;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a document has come in one round of steps.
 *
 * @param mark the newest hint that the first step saw: only what it saw is covered by the last
 * @param wrote whether a step before has written anything
 * @param judged what each step before left on both sides, in short, so that the last one can tell
 *     whether anything has moved since; null if that cannot be said
 */
public record Progress(long mark, boolean wrote, @Nullable List<String> judged) {
  public Progress {
    judged = judged == null ? null : List.copyOf(judged);
  }

  /** Nothing can be said of what the steps left. */
  public Progress(long mark, boolean wrote) {
    this(mark, wrote, null);
  }
}
