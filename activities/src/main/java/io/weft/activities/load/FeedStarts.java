package io.weft.activities.load;

import io.weft.activities.poll.Beat;
import io.weft.activities.poll.Feed;
import io.weft.activities.poll.FeedRound;
import io.weft.activities.poll.Feeds;
import io.weft.activities.store.FeedStore;
import io.weft.activities.store.FeedStore.State;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets feeds follow from where a load begins: what is there is the load's business, every change
 * from then on is told by a feed. A feed that was read to its end before goes on as it is.
 */
public final class FeedStarts {
  private static final List<String> SHARED = List.of("all", "creatio");
  private static final Duration AT_ONCE = Duration.ofMinutes(10);
  private static final int TRIES = 5;

  private final Feeds feeds;
  private final FeedStore store;
  private final FeedRound round;
  private final Clock clock;

  public FeedStarts(Feeds feeds, FeedStore store, FeedRound round, Clock clock) {
    this.feeds = feeds;
    this.store = store;
    this.round = round;
    this.clock = clock;
  }

  /**
   * Places the feeds of an object. Safe to repeat.
   *
   * @throws LoadHeldUp if a feed is just being opened by another: try again
   */
  void begin(LoadId load) {
    SyncObjectName object = load.object();
    for (Feed feed : feeds.named(object.slug())) {
      if (concerns(feed, load.legalEntity())) {
        place(feed, load.legalEntity());
        open(feed, load);
      }
    }
  }

  private static boolean concerns(Feed feed, LegalEntity legalEntity) {
    String scope = feed.name().substring(0, feed.name().indexOf('/'));
    return SHARED.contains(scope) || scope.equals(legalEntity.id());
  }

  private void place(Feed feed, LegalEntity legalEntity) {
    for (int i = 0; i < TRIES; i++) {
      Optional<State> state = state(feed);
      @Nullable String token = state.map(State::token).orElse(null);
      boolean complete = state.map(State::lastSuccess).isPresent();
      String next = feed.leaving(token, complete, legalEntity);
      if (next == null || store.place(feed.name(), token, next, feed.follows(next))) {
        return;
      }
    }
  }

  private Optional<State> state(Feed feed) {
    return store.states().stream().filter(s -> s.feed().equals(feed.name())).findFirst();
  }

  /** A feed that has to be opened before it follows is opened now, not after the load's scan. */
  private void open(Feed feed, LoadId load) {
    while (!feed.follows(state(feed).map(State::token).orElse(null))) {
      FeedRound.Outcome outcome =
          round.run(feed, load.path(), clock.instant().plus(AT_ONCE), Beat.none());
      if (!outcome.leased()) {
        throw new LoadHeldUp(load, feed.name());
      }
    }
  }
}
