package io.weft.worker;

import io.weft.activities.hint.Switches;
import io.weft.activities.hint.Tally;
import io.weft.activities.object.Mode;
import io.weft.activities.poll.Orphan;
import io.weft.activities.poll.Owners;
import io.weft.worker.gateway.Orphans;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns rows that were told of alone into hints of their records: those waiting are asked for
 * together, so that an order of twenty new lines costs one request and gives one hint. A shortcut
 * only: whatever fails or is lost here is found by the feeds. Thread-safe.
 */
final class OwnerLookUp implements Orphans {
  private static final Logger log = LoggerFactory.getLogger(OwnerLookUp.class);
  private static final int MOST_WAITING = 5_000;
  private static final int AT_ONCE = 200;

  private final Owners owners;
  private final Consumer<List<Hint>> arrived;
  private final Tally tally;
  private final Switches switches;
  private final Executor executor;
  private final Clock clock;
  private final Set<Orphan> waiting = new LinkedHashSet<>();
  private boolean busy;

  /**
   * A look-up.
   *
   * @param arrived takes the hints as the door does
   * @param executor one thread is enough; may refuse
   */
  OwnerLookUp(
      Owners owners,
      Consumer<List<Hint>> arrived,
      Tally tally,
      Switches switches,
      Executor executor,
      Clock clock) {
    this.owners = owners;
    this.arrived = arrived;
    this.tally = tally;
    this.switches = switches;
    this.executor = executor;
    this.clock = clock;
  }

  @Override
  public synchronized boolean take(Orphan orphan) {
    if (isOff(orphan) || waiting.size() >= MOST_WAITING) {
      return false;
    }
    waiting.add(orphan);
    busy = busy || begin();
    return busy;
  }

  private boolean begin() {
    try {
      executor.execute(this::work);
      return true;
    } catch (RejectedExecutionException e) {
      waiting.clear(); // the process ends
      return false;
    }
  }

  private void work() {
    for (List<Orphan> some = next(); !some.isEmpty(); some = next()) {
      try {
        ask(some);
      } catch (RuntimeException e) {
        // Whatever it is, those that wait behind must not wait for ever.
        tally.count(origin(some.get(0).side()), Tally.What.UNKNOWN, some.size());
        log.atInfo()
            .addKeyValue("rows", some.size())
            .addKeyValue("why", String.valueOf(e.getMessage()))
            .log("Records of changed rows could not be asked for; the feeds find them later");
      }
    }
  }

  /** Those of one system, because each has its own bad days. */
  private synchronized List<Orphan> next() {
    List<Orphan> some = new ArrayList<>();
    for (Orphan orphan : waiting) {
      boolean alike = some.isEmpty() || some.get(0).side() == orphan.side();
      if (alike && some.size() < AT_ONCE) {
        some.add(orphan);
      }
    }
    waiting.removeAll(new LinkedHashSet<>(some));
    busy = !some.isEmpty();
    return some;
  }

  private void ask(List<Orphan> some) {
    Origin origin = origin(some.get(0).side());
    List<Hint> hints =
        owners.of(some).stream().map(record -> Hint.of(record, origin, clock.instant())).toList();
    arrived.accept(hints);
  }

  /** Nobody is asked for records of an object that is switched off. */
  private boolean isOff(Orphan orphan) {
    LegalEntity legalEntity = orphan.legalEntity();
    List<LegalEntity> all = legalEntity == null ? switches.legalEntities() : List.of(legalEntity);
    return all.stream().allMatch(le -> switches.mode(orphan.object(), le) == Mode.OFF);
  }

  private static Origin origin(Side side) {
    return side == Side.CREATIO ? Origin.WEBHOOK : Origin.EVENT;
  }
}
