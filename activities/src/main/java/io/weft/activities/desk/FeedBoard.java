package io.weft.activities.desk;

import io.weft.activities.poll.Age;
import io.weft.activities.poll.Feed;
import io.weft.activities.poll.FeedProblems;
import io.weft.activities.poll.Feeds;
import io.weft.activities.store.FeedStore;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Answer.FeedStatus;
import io.weft.workflows.desk.Answer.Level;
import io.weft.workflows.record.LegalEntity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far every feed is read, how old that is, and what is wrong with it. */
public final class FeedBoard {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Change tracking keeps its memory for seven days; at three somebody should act. */
  private static final Duration ALARM = Duration.ofDays(3);

  private final Feeds feeds;
  private final FeedStore store;
  private final FeedProblems problems;
  private final Clock clock;

  public FeedBoard(Feeds feeds, FeedStore store, FeedProblems problems, Clock clock) {
    this.feeds = feeds;
    this.store = store;
    this.problems = problems;
    this.clock = clock;
  }

  /** The feeds of a legal entity, or all. */
  List<FeedStatus> feeds(@Nullable LegalEntity legalEntity) {
    Map<String, FeedStore.State> states = new LinkedHashMap<>();
    store.states().forEach(state -> states.put(state.feed(), state));
    List<FeedStatus> lines = new ArrayList<>();
    for (Feed feed : legalEntity == null ? feeds.all() : feeds.of(legalEntity)) {
      lines.add(line(feed, states.get(feed.name())));
    }
    return lines;
  }

  Answer report(@Nullable LegalEntity legalEntity) {
    return new Answer.FeedReport(feeds(legalEntity));
  }

  /** One feed in words. */
  String words(FeedStatus feed) {
    String age = "last read to its end " + Age.of(feed.lastSuccess(), clock.instant());
    return feed.note() == null ? age : age + "; " + feed.note();
  }

  private FeedStatus line(Feed feed, FeedStore.@Nullable State state) {
    Instant last = state == null ? null : state.lastSuccess();
    String trouble = problems.of(feed.name()).orElse(null);
    Level level = level(feed, last);
    String note = trouble == null ? silence(level, last) : trouble;
    String scope = feed.name().substring(0, Math.max(0, feed.name().indexOf('/')));
    return new FeedStatus(
        scope,
        feed.name(),
        last,
        trouble != null && level == Level.OK ? Level.WARNING : level,
        note);
  }

  private Level level(Feed feed, @Nullable Instant last) {
    if (last == null) {
      return Level.WARNING;
    }
    Duration age = Duration.between(last, clock.instant());
    if (age.compareTo(feed.interval().plus(ALARM)) > 0) {
      return Level.PROBLEM;
    }
    Duration usual = feed.interval().multipliedBy(2).plus(PATIENCE);
    return age.compareTo(usual) > 0 ? Level.WARNING : Level.OK;
  }

  private static @Nullable String silence(Level level, @Nullable Instant last) {
    if (last == null) {
      return "not read to its end yet";
    }
    return level == Level.OK ? null : "silent for too long: is its poller running?";
  }
}
