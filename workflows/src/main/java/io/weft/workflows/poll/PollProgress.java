package io.weft.workflows.poll;

import io.weft.workflows.poll.PollActivities.FeedLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a poller or sweep carries into its next run. Kept in histories: components are only added.
 *
 * @param turns finished turns since the first start
 * @param lastTurn when the newest turn ended
 * @param paused the order behind a pause; null while it follows
 * @param feeds what the newest turn found
 */
public record PollProgress(
    long turns, @Nullable Instant lastTurn, @Nullable PollOrder paused, List<FeedLine> feeds) {
  /** Before the first turn. */
  public static final PollProgress NONE = new PollProgress(0, null, null, List.of());

  public PollProgress {
    feeds = feeds == null ? List.of() : List.copyOf(feeds);
  }
}
