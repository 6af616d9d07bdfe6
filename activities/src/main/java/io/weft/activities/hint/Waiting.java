package io.weft.activities.hint;

import io.weft.activities.object.Need;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.ParkedStore;
import io.weft.activities.store.Waiter;
import io.weft.activities.store.WaiterStore;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.sync.WorkflowIds;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records that wait for one another. Whoever waits is noted before the other is looked at once
 * more, so that no wake-up can fall between; and keeps its hints open, so that even one that gets
 * lost is made good by the {@link Backlog}. Thread-safe; safe to repeat.
 */
public final class Waiting {
  private static final Logger log = LoggerFactory.getLogger(Waiting.class);

  private final WaiterStore waiters;
  private final LinkStore links;
  private final ParkedStore parked;
  private final Runs runs;
  private final Clock clock;

  public Waiting(WaiterStore waiters, LinkStore links, ParkedStore parked, Runs runs, Clock clock) {
    this.waiters = waiters;
    this.links = links;
    this.parked = parked;
    this.runs = runs;
    this.clock = clock;
  }

  /** What became of a wish to go on. */
  public sealed interface Answer {
    /** The other record is linked. */
    record GoOn() implements Answer {}

    /** It is not, and whoever asked is woken when it is. */
    record Wait(PairId other, @Nullable String because) implements Answer {}

    /** It will not be. */
    record Never(String why) implements Answer {}
  }

  /**
   * Whether a record may go on; if not it is noted as waiting, and the other one is introduced if
   * nobody has.
   *
   * @param pair the pair that waits, null while it is being introduced
   */
  public Answer ask(RecordRef record, @Nullable PairId pair, Need need) {
    Waiter waiter =
        new Waiter(record, pair, need.record(), need.legalEntity(), clock.instant(), null);
    if (isLive(need)) {
      waiters.remove(waiter.key());
      return new Answer.GoOn();
    }
    waiters.add(waiter);
    if (isLive(need)) {
      waiters.remove(waiter.key());
      return new Answer.GoOn();
    }
    Optional<String> never = waiters.find(waiter.key()).map(Waiter::answer).or(() -> gone(need));
    return never.<Answer>map(Answer.Never::new).orElseGet(() -> waits(need));
  }

  private Optional<String> gone(Need need) {
    return linkOf(need)
        .filter(link -> link.state() == LinkState.GONE)
        .map(link -> link.pair().path() + " was deleted in one of the systems");
  }

  /** Forgets a record's refusal, so that it asks anew: an operator said "again". */
  public void askAgain(RecordRef record, @Nullable PairId pair) {
    waiters.remove(pair == null ? record.path() : pair.path());
  }

  /** Whether anybody waits for the record. */
  public boolean isWanted(RecordRef record) {
    return !waiters.on(record).isEmpty();
  }

  /** Has a linked record introduced where else it belongs; safe to repeat. */
  public void introduce(RecordRef record) {
    try {
      runs.introduce(Hint.of(record, Origin.RELEASE, clock.instant()));
    } catch (RuntimeException e) {
      log.atWarn().setCause(e).log("A record could not be introduced further; its next pass will");
    }
  }

  /**
   * Notes that a newcomer which may have waited for another one is linked now, or never will be.
   */
  public void over(RecordRef record) {
    waiters.remove(record.path());
  }

  /** Notes that a pair waits no more. Most never waited: that costs a look and no write. */
  public void goesOn(Link link) {
    String key = link.pair().path();
    if (waiters.find(key).isPresent()) {
      waiters.remove(key);
    }
  }

  /** Wakes those that wait for linked pairs. Whoever cannot be told is found by the backlog. */
  public void settled(Collection<Link> links) {
    Set<Need> there = new LinkedHashSet<>();
    for (Link link : links) {
      for (Side side : Side.values()) {
        if (!link.state().hasEnded()) {
          there.add(new Need(link.record(side), link.pair().legalEntity()));
        }
      }
    }
    waiters.onAny(there.stream().map(Need::record).distinct().toList()).stream()
        .filter(waiter -> there.contains(new Need(waiter.blocker(), waiter.legalEntity())))
        .forEach(this::wake);
  }

  /** Tells those that wait for a record that it will not be linked. */
  public void refused(RecordRef blocker, String why) {
    List<Waiter> waiting = waiters.on(blocker);
    if (!waiting.isEmpty()) {
      waiters.answer(blocker, why);
      waiting.forEach(this::wake);
    }
  }

  /** Tells those that wait for a record that it waits for a person; returns how many do. */
  public int heldUp(RecordRef blocker) {
    List<Waiter> waiting = waiters.on(blocker);
    waiting.forEach(this::wake);
    return waiting.size();
  }

  /** One that is out of scope is not written any more, and is there all the same. */
  private boolean isLive(Need need) {
    return linkOf(need)
        .filter(l -> l.state() == LinkState.LIVE || l.state() == LinkState.OUT_OF_SCOPE)
        .isPresent();
  }

  private Optional<Link> linkOf(Need need) {
    return links.linksOf(need.record()).stream()
        .filter(link -> link.pair().legalEntity().equals(need.legalEntity()))
        .findFirst();
  }

  private Answer waits(Need need) {
    Optional<Link> link = linkOf(need);
    @Nullable String reason = reason(need, link);
    if (reason == null) {
      start(need, link);
    }
    PairId other =
        link.map(Link::pair)
            .orElseGet(
                () -> new PairId(need.record().object(), need.legalEntity(), need.record().key()));
    return new Answer.Wait(other, reason);
  }

  /**
   * Not to be done to one that waits for a person: it would look again, be put on the list again,
   * and tell those who wait for it, who would ask again, without end.
   */
  private void start(Need need, Optional<Link> link) {
    Hint hint = Hint.of(need.record(), Origin.RELEASE, clock.instant());
    if (link.isEmpty()) {
      runs.introduce(hint);
    } else if (link.get().state() == LinkState.RESERVED) {
      runs.changed(link.get().pair(), hint);
    }
  }

  private @Nullable String reason(Need need, Optional<Link> link) {
    String workflow =
        link.map(l -> WorkflowIds.pair(l.pair()))
            .orElseGet(() -> WorkflowIds.introduction(need.record()));
    return parked.find(workflow).map(entry -> entry.work().problem().what()).orElse(null);
  }

  private void wake(Waiter waiter) {
    Hint hint = Hint.of(waiter.record(), Origin.RELEASE, clock.instant());
    try {
      if (waiter.pair() == null) {
        runs.introduce(hint);
      } else {
        runs.changed(waiter.pair(), hint);
      }
    } catch (RuntimeException e) {
      log.atWarn().setCause(e).log("A waiting record could not be told; the backlog will");
    }
  }
}
