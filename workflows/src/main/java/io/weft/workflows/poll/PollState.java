package io.weft.workflows.poll;

import io.weft.workflows.poll.PollActivities.FeedLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a poller or sweep stands.
 *
 * @param state {@code Following}, {@code Resting} between turns, {@code Pausing}, {@code Paused} or
 *     {@code Troubled}
 * @param order the order behind a pause; null if nobody paused it
 * @param trouble why the last turn failed; null if it did not
 * @param lastTurn when the newest turn ended; null before the first
 * @param turns how many turns were finished since the poller was first started
 * @param feeds what the last finished turn found, one line per feed
 */
public record PollState(
    String state,
    @Nullable PollOrder order,
    @Nullable String trouble,
    @Nullable Instant lastTurn,
    long turns,
    List<FeedLine> feeds) {
  public PollState {
    feeds = List.copyOf(feeds);
  }
}
