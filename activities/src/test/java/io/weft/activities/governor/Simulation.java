package io.weft.activities.governor;

import io.weft.activities.governor.Regime.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One gate before one system, in virtual time and without threads: a load that always has more to
 * do than it may, and live work that comes now and then.
 */
final class Simulation {
  private static final double TRAFFIC_READ = 0.5;

  private final Regime regime;
  private final Gate gate;
  private final Random random = new Random(11);
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
  private final Demand demand;
  private long now;
  private long number;
  private int underWay;
  private int backlog;
  private final List<Long> liveWaits = new ArrayList<>();
  private final Tally tally = new Tally();

  /**
   * What is wanted of the system.
   *
   * @param backlog requests of a load that wait at any time
   * @param times how often in a second live work comes on average
   * @param burst requests of live work that come at a time
   */
  record Demand(int backlog, double times, int burst) {
    static final Demand LOAD = new Demand(60, 0, 0);

    static Demand loadAndLive(double livePerSecond) {
      return new Demand(60, livePerSecond, 1);
    }

    static Demand live(double perSecond, int burst) {
      return new Demand(0, perSecond / burst, burst);
    }
  }

  private record Event(long at, long number, Runnable what) {}

  /** What came of it. */
  static final class Tally {
    long done;
    long refused;
    long silent;
    long episodes;
    long mostAtOnce;
    long liveWait;
    long liveDone;
    private long quietUntil;

    void refuse(long now, Duration pause) {
      refused++;
      episodes += now >= quietUntil ? 1 : 0;
      quietUntil = Math.max(quietUntil, now + pause.toNanos());
    }
  }

  Simulation(Regime regime, Limits limits, Demand demand) {
    this.regime = regime;
    this.demand = demand;
    this.gate = new Gate("simulated", limits, () -> now, random::nextDouble);
    if (demand.times() > 0) {
      at(0, this::liveArrives);
    }
  }

  /** Goes on for so long; what was counted before is forgotten. */
  Tally run(Duration time) {
    long end = now + time.toNanos();
    long done = tally.done;
    long liveDone = tally.liveDone;
    long refused = tally.refused;
    long episodes = tally.episodes;
    tally.mostAtOnce = 0;
    liveWaits.clear();
    while (now < end) {
      serve();
      step(end);
    }
    Tally part = new Tally();
    part.done = tally.done - done;
    part.refused = tally.refused - refused;
    part.episodes = tally.episodes - episodes;
    part.mostAtOnce = tally.mostAtOnce;
    part.liveWait = percentile99();
    part.silent = tally.silent;
    part.liveDone = tally.liveDone - liveDone;
    return part;
  }

  private long percentile99() {
    List<Long> sorted = liveWaits.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() * 99 / 100);
  }

  private void serve() {
    for (; backlog < demand.backlog(); backlog++) {
      gate.join(Caller.BULK, traffic());
    }
    for (Ticket in = gate.admit(); in != null; in = gate.admit()) {
      send(in);
    }
  }

  /** To the next answer, or to the time when the next one may go. */
  private void step(long end) {
    Ticket next = gate.next();
    long delay = next == null ? Gate.UNTIL_FREED : gate.delay(next);
    if (gate.isShut()) {
      delay = gate.breaker().untilProbe();
    }
    long wake = delay == Gate.UNTIL_FREED ? end : Math.min(end, now + Math.max(1, delay));
    @Nullable Event event = events.peek();
    if (event != null && event.at() <= wake) {
      events.remove();
      now = event.at();
      event.what().run();
    } else {
      now = wake;
    }
  }

  private void send(Ticket ticket) {
    if (ticket.lane() == Lane.BULK) {
      backlog--;
    }
    Reply reply = regime.arrive(now, underWay);
    boolean works = reply.retryAfter() == null;
    underWay += works ? 1 : 0;
    tally.mostAtOnce = Math.max(tally.mostAtOnce, underWay);
    at(now + reply.took(), () -> answer(ticket, reply));
  }

  private void answer(Ticket ticket, Reply reply) {
    Duration pause = reply.retryAfter();
    if (pause != null) {
      tally.refuse(now, pause);
      gate.throttled(ticket, pause);
    } else if (reply.silent()) {
      underWay--;
      tally.silent++;
      gate.failed(ticket);
    } else {
      underWay--;
      tally.done++;
      tally.liveDone += ticket.lane() == Lane.LIVE ? 1 : 0;
      gate.answered(ticket, 1);
    }
    gate.free(ticket);
  }

  private void liveArrives() {
    long joined = now;
    for (int i = 0; i < demand.burst(); i++) {
      watch(gate.join(new Caller(Lane.LIVE, null), traffic()), joined);
    }
    long gap = Regime.seconds(-Math.log(1 - random.nextDouble()) / demand.times());
    at(now + gap, this::liveArrives);
  }

  private void watch(Ticket ticket, long joined) {
    at(
        now + Regime.millis(100),
        () -> {
          if (ticket.admitted()) {
            liveWaits.add(ticket.admittedAt() - joined);
          } else {
            watch(ticket, joined);
          }
        });
  }

  private Traffic traffic() {
    return random.nextDouble() < TRAFFIC_READ ? Traffic.READ : Traffic.WRITE;
  }

  private void at(long time, Runnable what) {
    events.add(new Event(time, number++, what));
  }

  String state() {
    return "%d/%d reads, %d/%d writes, %.1f/s"
        .formatted(
            gate.window(Traffic.READ).underWay(),
            gate.limit(Traffic.READ),
            gate.window(Traffic.WRITE).underWay(),
            gate.limit(Traffic.WRITE),
            gate.perSecond());
  }
}
