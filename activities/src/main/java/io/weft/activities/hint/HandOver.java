package io.weft.activities.hint;

import io.weft.activities.object.Mode;
import io.weft.activities.store.HintStore;
import io.weft.activities.store.StoreException;
import io.weft.activities.store.StoredHint;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the workflows concerned of stored hints. Whatever is not told here, because Temporal is
 * away, the object is frozen or the queue is full, stays in the store for the {@link Backlog}. Safe
 * to repeat: a run told twice looks twice. Thread-safe.
 */
public final class HandOver {
  private static final Logger log = LoggerFactory.getLogger(HandOver.class);

  private final HintStore hints;
  private final Runs runs;
  private final Switches switches;
  private final Executor executor;
  private volatile boolean away;

  /**
   * A hand-over.
   *
   * @param executor runs {@link #soon}; bounded, so that an outage of Temporal cannot fill the
   *     memory, and free to refuse
   */
  public HandOver(HintStore hints, Runs runs, Switches switches, Executor executor) {
    this.hints = hints;
    this.runs = runs;
    this.switches = switches;
    this.executor = executor;
  }

  /** What became of a batch. */
  public record Told(int told, int held, int missed) {
    Told plus(Told other) {
      return new Told(told + other.told, held + other.held, missed + other.missed);
    }
  }

  /** Hands over on other threads; never waits, never fails. */
  public void soon(List<StoredHint> stored) {
    List<StoredHint> open = stored.stream().filter(HandOver::concernsSomeone).toList();
    if (away || open.isEmpty()) {
      return;
    }
    try {
      executor.execute(() -> now(open));
    } catch (RejectedExecutionException e) {
      log.atDebug().addKeyValue("hints", open.size()).log("Hints left to the backlog");
    }
  }

  /**
   * Hands over on this thread and says how it went. Each pair is told once per batch, by its newest
   * hint. Stops at the first sign that Temporal is away.
   */
  public Told now(List<StoredHint> stored) {
    Set<Object> toldInBatch = new LinkedHashSet<>();
    Told sum = new Told(0, 0, 0);
    for (int i = stored.size() - 1; i >= 0; i--) {
      Told one = tell(stored.get(i), toldInBatch);
      sum = sum.plus(one);
      if (one.missed() > 0) {
        return sum.plus(new Told(0, 0, i));
      }
    }
    return sum;
  }

  /** Starts the run of a pair without a hint of its own, for writes that nobody followed up. */
  public boolean revive(PairId pair, Hint hint) {
    return mode(pair.object(), pair.legalEntity()) == Mode.FREEZE || told(() -> runs.changed(pair, hint));
  }

  /** Whether the last attempt found Temporal away. */
  public boolean isAway() {
    return away;
  }
}
