package io.weft.activities.poll;

import io.weft.workflows.poll.PollActivities;
import java.time.Duration;

/**
 * See {@link PollActivities}. When the run is called off or the worker stops, the heartbeat throws
 * and the turn ends between two requests; another worker takes it up where the last page was
 * stored. Thread-safe.
 */
public final class PollActivitiesImpl implements PollActivities {
  private final Feeds feeds;
  private final Follower follower;
  private final FeedReset reset;
  private final Beat beat;

  /**
   * The activities of a worker.
   *
   * @param beat the running activity's heartbeat: {@code Activity.getExecutionContext()::heartbeat}
   */
  public PollActivitiesImpl(Feeds feeds, Follower follower, FeedReset reset, Beat beat) {
    this.feeds = feeds;
    this.follower = follower;
    this.reset = reset;
    this.beat = beat;
  }

  @Override
  public PollReport followFeeds(PollRequest request) {
    Duration time = Duration.ofSeconds(request.seconds());
    return new PollReport(follower.follow(feeds.of(request.legalEntity()), time, beat));
  }

  @Override
  public PollReport sweepCreatio(SweepRequest request) {
    Duration time = Duration.ofSeconds(request.seconds());
    return new PollReport(follower.sweep(feeds.of(request.connection()), time, beat));
  }

  @Override
  public void resetFeeds(ResetRequest request) {
    reset.reset(request.scope(), request.who(), request.why());
  }
}
