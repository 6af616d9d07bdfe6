package io.weft.activities.hint;

import io.weft.activities.store.HintStore;
import io.weft.activities.store.StoreException;
import io.weft.activities.store.StoredHint;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over what nobody was told of: hints stored while Temporal was away, hints whose run was
 * ended before it covered them, and pairs with a write that nobody followed up or a record that
 * nobody made (G1). Several workers may each have one; a run told twice looks twice. One round at a
 * time per instance.
 */
public final class Backlog {
  private static final Logger log = LoggerFactory.getLogger(Backlog.class);

  /** Beyond this a round reads no further, however much is frozen. */
  private static final int LARGEST_PAGE = 20_000;

  private static final int REVIVED_PER_ROUND = 200;

  private final HintStore hints;
  private final HandOver handOver;
  private final Clock clock;
  private final Rhythm rhythm;
  private final Map<PairId, Instant> revived = new LinkedHashMap<>();
  private int page;
  private int failures;
  private volatile boolean stopped;
  private volatile @Nullable Future<?> next;

  public Backlog(HintStore hints, HandOver handOver, Clock clock, Rhythm rhythm) {
    this.hints = hints;
    this.handOver = handOver;
    this.clock = clock;
    this.rhythm = rhythm;
    this.page = rhythm.page();
  }

  /** Works round after round on the scheduler, until {@link #stop}. */
  public void start(ScheduledExecutorService scheduler) {
    scheduleNext(scheduler, rhythm.every());
  }

  /** Lets no further round begin; one under way ends by itself. */
  public void stop() {
    stopped = true;
    Future<?> waiting = next;
    if (waiting != null) {
      waiting.cancel(false);
    }
  }

  /** One round. Never throws; returns how long to pause before the next. */
  public Duration round() {
    try {
      boolean reached = handOverWaiting() && reviveAbandoned();
      failures = reached ? 0 : failures + 1;
    } catch (StoreException e) {
      failures++;
      log.atWarn().setCause(e).log("Backlog cannot be read");
    } catch (RuntimeException e) {
      failures++;
      log.atError().setCause(e).log("Backlog round failed");
    }
    return pause();
  }

  private void scheduleNext(ScheduledExecutorService scheduler, Duration pause) {
    if (stopped) {
      return;
    }
    try {
      next =
          scheduler.schedule(
              () -> scheduleNext(scheduler, round()), pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      log.atDebug().log("Backlog ends with its scheduler");
    }
  }

  /** Whether Temporal took what there was to tell. */
  private boolean handOverWaiting() {
    Instant now = clock.instant();
    List<StoredHint> waiting = hints.waiting(now.minus(rhythm.retell()), page);
    Instant fresh = now.minus(rhythm.grace());
    List<StoredHint> due = waiting.stream().filter(w -> !w.hint().seenAt().isAfter(fresh)).toList();
    HandOver.Told told = handOver.now(due);
    // Hints that are held back stay the oldest; the page must reach past them.
    boolean stuck = told.told() == 0 && told.missed() == 0 && waiting.size() == page;
    page = stuck ? Math.min(page * 2, LARGEST_PAGE) : rhythm.page();
    if (told.told() > 0) {
      log.atInfo()
          .addKeyValue("told", told.told())
          .addKeyValue("held", told.held())
          .addKeyValue("missed", told.missed())
          .log("Backlog handed over");
    }
    return told.missed() == 0 || told.told() > 0;
  }

  private boolean reviveAbandoned() {
    Instant now = clock.instant();
    Instant again = now.minus(rhythm.retell());
    revived.values().removeIf(at -> !at.isAfter(again));
    for (PairId pair : hints.unfinished(now.minus(rhythm.grace()), REVIVED_PER_ROUND)) {
      if (!revived.containsKey(pair)) {
        if (!handOver.revive(pair, hint(pair, now))) {
          return false;
        }
        revived.put(pair, now);
      }
    }
    return true;
  }

  private static Hint hint(PairId pair, Instant now) {
    return Hint.of(RecordRef.creatio(pair.object(), pair.key()), Origin.PASS, now);
  }

  private Duration pause() {
    long factor = 1L << Math.min(failures, 10);
    Duration pause = rhythm.every().multipliedBy(factor);
    return pause.compareTo(rhythm.longest()) > 0 ? rhythm.longest() : pause;
  }
}
