package io.weft.activities.load;

import io.weft.workflows.load.LoadId;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Business events of D365 about pairs that a load has in hand or has just left. Nearly all tell of
 * what the load itself wrote, they carry no values, and a run for each would cost more than the
 * load. So while a load is at work it keeps such pairs, and looks at them again, many at a time,
 * within about a second; what it has not come to when it stops is told at once. A hint that is not
 * covered then, because the process has died, is told to its run by the backlog. Thread-safe.
 */
public final class Echoes {
  /** D365 sends its events by a job that runs once a minute. */
  private static final Duration LATE = Duration.ofMinutes(1);

  private final Clock clock;
  private final Set<LoadId> atWork = new LinkedHashSet<>();

  /** Until when their events are expected. */
  private final Map<PairId, Instant> expected = new LinkedHashMap<>();

  private final Set<PairId> kept = new LinkedHashSet<>();

  public Echoes(Clock clock) {
    this.clock = clock;
  }

  /** A load has begun to work: from now on it keeps what it expects. */
  public synchronized void begin(LoadId load) {
    atWork.add(load);
  }

  /** It has stopped, and keeps nothing any more; returns what it has kept and not looked at. */
  synchronized List<PairId> end(LoadId load) {
    atWork.remove(load);
    return take(load, Integer.MAX_VALUE);
  }

  /** Events about these pairs are to come. */
  synchronized void expect(Collection<PairId> pairs) {
    Instant now = clock.instant();
    expected.values().removeIf(until -> until.isBefore(now));
    pairs.forEach(pair -> expected.put(pair, now.plus(LATE)));
  }

  /** Whether the load looks at this pair, so that no run need be told. */
  public synchronized boolean keeps(PairId pair, Hint hint) {
    boolean event = hint.origin() == Origin.EVENT && hint.record().side() == Side.D365;
    Instant until = expected.get(pair);
    boolean keeps =
        event
            && until != null
            && !until.isBefore(clock.instant())
            && atWork.stream().anyMatch(load -> isOf(load, pair));
    if (keeps) {
      kept.add(pair);
    }
    return keeps;
  }

  /**
   * Some of the pairs that a load has kept, which are not kept any longer. Nor is another event
   * expected of them, so that what people change in D365 from now on does not wait for the load.
   */
  synchronized List<PairId> take(LoadId load, int most) {
    List<PairId> taken = new ArrayList<>();
    Iterator<PairId> all = kept.iterator();
    while (all.hasNext() && taken.size() < most) {
      PairId pair = all.next();
      if (isOf(load, pair)) {
        all.remove();
        expected.remove(pair);
        taken.add(pair);
      }
    }
    return taken;
  }

  private static boolean isOf(LoadId load, PairId pair) {
    return load.object() == pair.object() && load.legalEntity().equals(pair.legalEntity());
  }
}
