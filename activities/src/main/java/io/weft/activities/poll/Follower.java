package io.weft.activities.poll;

import io.temporal.client.ActivityCompletionException;
import io.weft.activities.failure.RemoteException;
import io.weft.activities.poll.FeedRound.Outcome;
import io.weft.activities.store.FeedStore;
import io.weft.activities.store.StoreException;
import io.weft.workflows.poll.PollActivities.FeedLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Follows some feeds for a time: round after round of whichever is due, a sign of life before each,
 * a rest in between. What goes wrong with one feed is noted on it and the others go on.
 */
public final class Follower {
  private static final Logger log = LoggerFactory.getLogger(Follower.class);

  /** How long one feed may read on before the others get their turn. */
  private static final Duration SHARE = Duration.ofSeconds(30);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

  private final FeedRound round;
  private final FeedStore store;
  private final FeedProblems problems;
  private final Clock clock;
  private final Pause pause;

  public Follower(
      FeedRound round, FeedStore store, FeedProblems problems, Clock clock, Pause pause) {
    this.round = round;
    this.store = store;
    this.problems = problems;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Follows until the time is over; at least one round each. Throws what the sign of life throws,
   * and IllegalStateException if the thread is wanted back.
   */
  public List<FeedLine> follow(List<Feed> feeds, Duration time, Beat beat) {
    return follow(feeds, time, beat, false);
  }

  /** Reads each feed that is due to its end, once, within the time; one in trouble again. */
  public List<FeedLine> sweep(List<Feed> feeds, Duration time, Beat beat) {
    return follow(feeds, time, beat, true);
  }

  private List<FeedLine> follow(List<Feed> feeds, Duration time, Beat beat, boolean once) {
    List<Turn> turns = feeds.stream().map(Turn::new).toList();
    Instant end = clock.instant().plus(time);
    String holder = UUID.randomUUID().toString();
    boolean finished;
    do {
      beat.beat();
      for (Turn turn : turns) {
        runIfDue(turn, holder, end, beat);
      }
      Instant next = next(turns, end);
      finished = once && next.isAfter(clock.instant()) && turns.stream().noneMatch(Turn::isFailing);
      if (!finished) {
        rest(next);
      }
    } while (!finished && clock.instant().isBefore(end));
    return lines(turns);
  }

  private void runIfDue(Turn turn, String holder, Instant end, Beat beat) {
    Instant now = clock.instant();
    if (!turn.isDue(now)) {
      return;
    }
    Instant share = now.plus(SHARE);
    try {
      Outcome outcome = round.run(turn.feed(), holder, share.isBefore(end) ? share : end, beat);
      turn.add(outcome, clock.instant());
      note(turn);
    } catch (ActivityCompletionException e) {
      throw e; // called off: no fault of the feed
    } catch (RuntimeException e) {
      // One place that takes every failure, a bug in one feed's reader included: a feed that
      // stops its neighbours would hide their changes too.
      failed(turn, e);
    }
  }

  private void failed(Turn turn, RuntimeException e) {
    report(turn, e);
    Duration asked = e instanceof RemoteException remote ? remote.retryAfter() : null;
    turn.failed(words(e), asked, clock.instant());
    try {
      note(turn);
    } catch (RuntimeException store) {
      log.atWarn().setCause(store).log("A feed's trouble could not be noted");
    }
  }

  /** Once for each trouble, not with each try; a stack trace only where the fault may be ours. */
  private static void report(Turn turn, RuntimeException e) {
    Level level = turn.isFailing() ? Level.DEBUG : Level.WARN;
    LoggingEventBuilder line =
        log.atLevel(level).addKeyValue("feed", turn.feed().name()).addKeyValue("why", words(e));
    boolean expected = e instanceof RemoteException || e instanceof StoreException;
    (expected ? line : line.setCause(e)).log("A feed could not be read, it is tried again");
  }

  private void note(Turn turn) {
    String verdict = turn.verdict();
    if (verdict != null) {
      problems.note(turn.feed().name(), verdict);
    }
  }

  private static String words(RuntimeException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  /** When something is due next; the end if nothing is before. */
  private static Instant next(List<Turn> turns, Instant end) {
    Instant next = end;
    for (Turn turn : turns) {
      next = turn.next().isBefore(next) ? turn.next() : next;
    }
    return next;
  }

  /** Waits, in steps short enough for signs of life. */
  private void rest(Instant next) {
    Duration wait = Duration.between(clock.instant(), next);
    if (wait.isNegative() || wait.isZero()) {
      return;
    }
    try {
      pause.pause(shortened(wait));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      // Not a finished turn: as a failure it is taken up by another worker within seconds.
      throw new IllegalStateException("the worker wants its thread back", e);
    }
  }

  private static Duration shortened(Duration wait) {
    if (wait.compareTo(LONGEST_PAUSE) > 0) {
      return LONGEST_PAUSE;
    }
    return wait.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : wait;
  }

  private List<FeedLine> lines(List<Turn> turns) {
    Map<String, FeedStore.State> states = new LinkedHashMap<>();
    store.states().forEach(state -> states.put(state.feed(), state));
    Instant now = clock.instant();
    return turns.stream().map(t -> t.line(lastSuccess(states.get(t.feed().name())), now)).toList();
  }

  private static @Nullable Instant lastSuccess(FeedStore.@Nullable State state) {
    return state == null ? null : state.lastSuccess();
  }
}
