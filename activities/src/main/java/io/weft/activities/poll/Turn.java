package io.weft.activities.poll;

import io.weft.activities.poll.FeedRound.Outcome;
import io.weft.workflows.poll.PollActivities.FeedLine;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one turn knows of one feed: its sums, and when it is worth asking for again. */
final class Turn {
  /** A reset, or a reader that died, is noticed within this time. */
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  private static final Duration FIRST_BACKOFF = Duration.ofSeconds(10);
  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(5);

  private final Feed feed;
  private Instant next = Instant.MIN;
  private int failures;
  private long rows;
  private long echoes;
  private long hints;
  private boolean read;
  private @Nullable String problem;

  Turn(Feed feed) {
    this.feed = feed;
  }

  Feed feed() {
    return feed;
  }

  Instant next() {
    return next;
  }

  boolean isDue(Instant now) {
    return !next.isAfter(now);
  }

  boolean isFailing() {
    return failures > 0;
  }

  void add(Outcome outcome, Instant now) {
    rows += outcome.rows();
    echoes += outcome.echoes();
    hints += outcome.hints();
    if (outcome.leased()) {
      read = true;
      problem = outcome.problem();
    }
    failures = 0;
    next = outcome.leased() && !outcome.done() ? now : now.plus(rest());
  }

  /** The wait doubles with each failure in a row, and is at least what the system asked for. */
  void failed(String why, @Nullable Duration asked, Instant now) {
    read = true;
    problem = why;
    Duration wait = FIRST_BACKOFF.multipliedBy(1L << Math.min(failures, 5));
    failures++;
    wait = wait.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : wait;
    next = now.plus(asked != null && asked.compareTo(wait) > 0 ? asked : wait);
  }

  /** The problem, "" for none; null where this turn did not read the feed. */
  @Nullable String verdict() {
    if (!read) {
      return null;
    }
    return problem == null ? "" : problem;
  }

  FeedLine line(@Nullable Instant lastSuccess, Instant now) {
    String age = Age.of(lastSuccess, now);
    return new FeedLine(
        feed.name(), rows, echoes, hints, problem == null ? age : age + "; trouble: " + problem);
  }

  private Duration rest() {
    return feed.interval().compareTo(LONGEST_REST) < 0 ? feed.interval() : LONGEST_REST;
  }
}
