package io.weft.activities.hint;

import io.weft.activities.object.Mode;
import io.weft.activities.store.HintStore;
import io.weft.activities.store.StoreException;
import io.weft.activities.store.StoredHint;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the workflows concerned of stored hints. Whatever is not told here, because Temporal is
 * away, the object is frozen or the queue is full, stays in the store for the {@link Backlog}. Safe
 * to repeat: a run told twice looks twice. Thread-safe.
 */
public final class HandOver {
  private static final Logger log = LoggerFactory.getLogger(HandOver.class);

  /** One refusal may be a single hint's fault; so many in a row mean that Temporal is away. */
  private static final int MISSES_THAT_MEAN_AWAY = 3;

  private final HintStore hints;
  private final Runs runs;
  private final Switches switches;
  private final Holds holds;
  private final Executor executor;
  private final AtomicBoolean saidEarly = new AtomicBoolean();
  private volatile boolean away;

  /**
   * A hand-over.
   *
   * @param holds says what waits
   * @param executor runs {@link #soon}; bounded, so that an outage of Temporal cannot fill the
   *     memory, and free to refuse
   */
  public HandOver(HintStore hints, Runs runs, Switches switches, Holds holds, Executor executor) {
    this.holds = holds;
    this.hints = hints;
    this.runs = runs;
    this.switches = switches;
    this.executor = executor;
  }

  /**
   * What became of a batch of hints that concern somebody.
   *
   * @param told everybody concerned was told
   * @param held somebody concerned is frozen, or waits for a load, and was not told
   * @param missed somebody could not be told; the rest of the batch counts as missed too where
   *     Temporal is away
   */
  public record Told(int told, int held, int missed) {
    private Told plus(Told other) {
      return new Told(told + other.told, held + other.held, missed + other.missed);
    }
  }

  private static final Told NOBODY = new Told(0, 0, 0);
  private static final Told TOLD = new Told(1, 0, 0);
  private static final Told HELD = new Told(0, 1, 0);
  private static final Told MISSED = new Told(0, 0, 1);

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
   * Hands over on this thread and says how it went. Each run is told once per batch, by its newest
   * hint. Gives up where several in a row cannot be told.
   */
  public Told now(List<StoredHint> stored) {
    Set<Object> toldInBatch = new LinkedHashSet<>();
    Told sum = NOBODY;
    int missesInARow = 0;
    for (int left = stored.size(); left > 0; left--) {
      if (missesInARow == MISSES_THAT_MEAN_AWAY) {
        away = true;
        return sum.plus(new Told(0, 0, left));
      }
      Told one = tell(stored.get(left - 1), toldInBatch);
      missesInARow = one.missed() > 0 ? missesInARow + 1 : 0;
      sum = sum.plus(one);
    }
    away = sum.missed() > 0 && sum.told() == 0;
    return sum;
  }

  /**
   * Tells the run of a pair that has no open hint but unfinished business. Returns whether that got
   * through, or the pair may not be written at present.
   */
  public boolean revive(PairId pair, Hint hint) {
    boolean writes = switches.mode(pair.object(), pair.legalEntity()) == Mode.WRITE;
    return !writes || told(() -> runs.changed(pair, hint));
  }

  /** Whether Temporal could not be told anything lately. */
  public boolean isAway() {
    return away;
  }

  private Told tell(StoredHint stored, Set<Object> toldInBatch) {
    if (!concernsSomeone(stored)) {
      return NOBODY;
    }
    boolean held = false;
    for (PairId pair : stored.pairs()) {
      if (isFrozen(pair) || holds.holdsBack(pair, stored.hint())) {
        held = true;
      } else if (!toldOnce(toldInBatch, pair, () -> runs.changed(pair, stored.hint()))) {
        return MISSED;
      }
    }
    return stored.unknown() ? introduce(stored, toldInBatch) : held ? HELD : note(stored);
  }

  private Told introduce(StoredHint stored, Set<Object> toldInBatch) {
    RecordRef record = stored.hint().record();
    if (isFrozen(record) || isHeldBack(record)) {
      return HELD;
    }
    boolean told = toldOnce(toldInBatch, record, () -> runs.introduce(stored.hint()));
    return told ? note(stored) : MISSED;
  }

  private boolean toldOnce(Set<Object> toldInBatch, Object whom, Runnable call) {
    if (toldInBatch.contains(whom)) {
      return true;
    }
    boolean told = told(call);
    if (told) {
      toldInBatch.add(whom);
    }
    return told;
  }

  /** Whether the call got through; whatever the failure, the hint stays and is told again. */
  private boolean told(Runnable call) {
    try {
      call.run();
      return true;
    } catch (NotConnected e) {
      if (!saidEarly.getAndSet(true)) {
        log.atInfo().log("Temporal is not connected yet; hints wait in the store");
      }
      return false;
    } catch (RuntimeException e) {
      if (!away) {
        log.atWarn()
            .addKeyValue("why", why(e))
            .log("Temporal did not take a hint; it waits in the store");
        log.atDebug().setCause(e).log("Hint not taken");
      }
      return false;
    }
  }

  /** What the server, or the way to it, had to say. */
  private static String why(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest.toString();
  }

  private Told note(StoredHint stored) {
    try {
      hints.delivered(stored);
    } catch (StoreException e) {
      // The run was told; without the note it is told once more, which is harmless.
      log.atWarn().addKeyValue("hint", stored.id()).setCause(e).log("Delivery could not be noted");
    }
    return TOLD;
  }

  private static boolean concernsSomeone(StoredHint stored) {
    return stored.unknown() || !stored.pairs().isEmpty();
  }

  private boolean isFrozen(PairId pair) {
    return switches.mode(pair.object(), pair.legalEntity()) == Mode.FREEZE;
  }

  /** Whether an open load sees to a new record; where that cannot be told now, the hint waits. */
  private boolean isHeldBack(RecordRef record) {
    try {
      return holds.holdsBack(record.object(), record.legalEntity());
    } catch (StoreException e) {
      log.atWarn().setCause(e).log("Cannot tell whether a load is open; the hint waits");
      return true;
    }
  }

  /** A new record of Creatio belongs to no legal entity yet: it waits if all that are on freeze. */
  private boolean isFrozen(RecordRef record) {
    LegalEntity legalEntity = record.legalEntity();
    if (legalEntity != null) {
      return switches.mode(record.object(), legalEntity) == Mode.FREEZE;
    }
    List<Mode> on =
        switches.legalEntities().stream()
            .map(le -> switches.mode(record.object(), le))
            .filter(mode -> mode != Mode.OFF)
            .toList();
    return !on.isEmpty() && on.stream().allMatch(mode -> mode == Mode.FREEZE);
  }
}
