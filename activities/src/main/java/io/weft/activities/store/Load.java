package io.weft.activities.store;

import io.weft.workflows.load.LoadChoices;
import io.weft.workflows.load.LoadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A load, or a plan of one, as the store knows it.
 *
 * @param key its short name in the store
 * @param planOnly whether nothing is written
 * @param closedAt null while it is open
 * @param why why it ended before its end; null if nobody said
 */
public record Load(
    long key,
    LoadId id,
    boolean planOnly,
    LoadChoices choices,
    State state,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable String why) {
  /** Where a load stands. */
  public enum State {
    OPEN,
    COMPLETED,
    CANCELLED
  }

  public boolean isOpen() {
    return state == State.OPEN;
  }
}
