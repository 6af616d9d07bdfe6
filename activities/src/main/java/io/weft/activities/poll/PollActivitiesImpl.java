package io.weft.activities.poll;

import io.temporal.client.ActivityWorkerShutdownException;
import io.weft.workflows.poll.PollActivities;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** See {@link PollActivities}. Thread-safe. */
public final class PollActivitiesImpl implements PollActivities {
  private final Feeds feeds;
  private final Follower follower;
  private final FeedReset reset;
  private final Beat beat;

  /**
   * The activities of a worker.
   *
   * @param beat the running activity's heartbeat: {@code
   *     Activity.getExecutionContext()::heartbeat}
   */
  public PollActivitiesImpl(Feeds feeds, Follower follower, FeedReset reset, Beat beat) {
    this.feeds = feeds;
    this.follower = follower;
    this.reset = reset;
    this.beat = beat;
  }

  @Override
  public PollReport followFeeds(PollRequest request) {
    return untilShutdown(
        () ->
            follower.follow(
                feeds.of(request.legalEntity()), Duration.ofSeconds(request.seconds()), beat));
  }

  @Override
  public PollReport sweepCreatio(SweepRequest request) {
    return untilShutdown(
        () ->
            follower.sweep(
                feeds.of(request.connection()), Duration.ofSeconds(request.seconds()), beat));
  }

  @Override
  public void resetFeeds(ResetRequest request) {
    reset.reset(request.scope(), request.who(), request.why());
  }

  /** A worker that stops ends the turn at once, so that the next one begins elsewhere. */
  private static PollReport untilShutdown(Supplier<List<FeedLine>> turn) {
    try {
      return new PollReport(turn.get());
    } catch (ActivityWorkerShutdownException e) {
      return new PollReport(List.of());
    }
  }
}
