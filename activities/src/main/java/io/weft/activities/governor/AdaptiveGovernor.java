package io.weft.activities.governor;

import io.weft.activities.failure.RemoteException;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a system takes and asks no more of it, within the configured ceilings. When the
 * system asks for a pause, nobody asks it anything until then, because going on lengthens the
 * pause. Who cannot be served within the bounded wait is told at once, so that no activity slot is
 * spent on waiting; likewise while the system is away.
 */
public final class AdaptiveGovernor implements Governor {
  private static final String CALL = "governor";

  private final Side system;
  private final Limits limits;
  private final Clock clock;
  private final LongSupplier nanos;
  private final Gate gate;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Ticket, Condition> sleepers = new HashMap<>();
  private long refused;

  /** A governor by the machine's own clocks. */
  public AdaptiveGovernor(Side system, Limits limits) {
    this(
        system,
        limits,
        Clock.systemUTC(),
        System::nanoTime,
        () -> ThreadLocalRandom.current().nextDouble());
  }

  /**
   * A governor by given clocks.
   *
   * @param clock for showing times to people
   * @param nanos for measuring, as {@link System#nanoTime}
   * @param jitter numbers from 0 to 1, by which pauses grow a little
   */
  public AdaptiveGovernor(
      Side system, Limits limits, Clock clock, LongSupplier nanos, DoubleSupplier jitter) {
    this.system = system;
    this.limits = limits;
    this.clock = clock;
    this.nanos = nanos;
    this.gate = new Gate(system.title(), limits, nanos, jitter);
  }

  @Override
  public Permit acquire(Caller caller, Traffic traffic) {
    lock.lock();
    try {
      Ticket ticket = gate.join(caller, traffic);
      try {
        awaitTurn(ticket);
      } finally {
        dismiss(ticket);
      }
      return new Place(ticket);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RemoteException.Unavailable(
          system, CALL, "interrupted while waiting to send", false, null, e);
    } finally {
      lock.unlock();
    }
  }

  private void awaitTurn(Ticket ticket) throws InterruptedException {
    long left = limits.maxWait().toNanos();
    for (admit(); !ticket.admitted(); admit()) {
      if (gate.isShut()) {
        throw away();
      }
      long delay = gate.delay(ticket);
      boolean known = delay != Gate.UNTIL_FREED;
      if (left <= 0 || (known && delay > left)) {
        throw busy(known ? Duration.ofNanos(delay) : limits.maxWait());
      }
      // Only who is next looks at the clock; the others are woken by who goes before them.
      long wait = ticket == gate.next() ? Math.min(Math.max(1, delay), left) : left;
      Condition sleeper = sleepers.computeIfAbsent(ticket, t -> lock.newCondition());
      left -= wait - sleeper.awaitNanos(wait);
    }
  }

  /** Lets in all who may go now, and wakes them and the one after them. */
  private void admit() {
    for (Ticket in = gate.admit(); in != null; in = gate.admit()) {
      wake(in);
    }
    wakeNext();
  }

  private void wakeNext() {
    Ticket next = gate.next();
    if (next != null) {
      wake(next);
    }
  }

  private void wake(Ticket ticket) {
    Condition sleeper = sleepers.get(ticket);
    if (sleeper != null) {
      sleeper.signal();
    }
  }

  private void wakeAll() {
    sleepers.values().forEach(Condition::signal);
  }

  private void dismiss(Ticket ticket) {
    sleepers.remove(ticket);
    if (!ticket.admitted()) {
      gate.leave(ticket);
      wakeNext();
    }
  }

  private RemoteException busy(Duration retryAfter) {
    refused++;
    String message =
        "%s is busy: no leave to send within %s s (%d in flight, %d waiting)"
            .formatted(
                system.title(),
                limits.maxWait().toSeconds(),
                gate.underWay(),
                gate.turns().waiting(Lane.LIVE) + gate.turns().waiting(Lane.BULK));
    return new RemoteException.Throttled(system, CALL, message, retryAfter);
  }

  private RemoteException away() {
    refused++;
    String message =
        system.title() + " does not answer: one request asks every ten seconds, the others wait";
    Duration probe = Duration.ofNanos(gate.breaker().untilProbe());
    return RemoteException.Unavailable.notAsked(system, CALL, message, probe);
  }

  @Override
  public GovernorState state() {
    lock.lock();
    try {
      return new GovernorState(
          places(Traffic.READ),
          places(Traffic.WRITE),
          gate.perSecond(),
          gate.turns().waiting(Lane.LIVE),
          gate.turns().waiting(Lane.BULK),
          heldUntil(),
          new GovernorState.Counts(
              gate.hold().asked(), gate.hold().inAll(), refused, gate.breaker().opened()),
          gate.breaker().state());
    } finally {
      lock.unlock();
    }
  }

  private GovernorState.Places places(Traffic traffic) {
    return new GovernorState.Places(gate.window(traffic).underWay(), gate.limit(traffic));
  }

  private @Nullable Instant heldUntil() {
    long left = gate.hold().left(nanos.getAsLong());
    return left > 0 ? clock.instant().plusNanos(left) : null;
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }

  private final class Place implements Permit {
    private final Ticket ticket;
    private boolean told;
    private boolean closed;

    Place(Ticket ticket) {
      this.ticket = ticket;
    }

    @Override
    public void answered(int parts) {
      locked(() -> tell(() -> gate.answered(ticket, parts)));
    }

    @Override
    public void failed() {
      locked(() -> tell(() -> gate.failed(ticket)));
    }

    @Override
    public void throttled(@Nullable Duration retryAfter) {
      locked(() -> tell(() -> gate.throttled(ticket, retryAfter)));
    }

    private void tell(Runnable outcome) {
      if (!told) {
        told = true;
        outcome.run();
      }
    }

    @Override
    public void close() {
      locked(this::free);
    }

    private void free() {
      if (closed) {
        return;
      }
      closed = true;
      tell(gate::unused);
      gate.free(ticket);
      admit();
      if (gate.isShut() || gate.hold().left(nanos.getAsLong()) > 0) {
        wakeAll(); // those who would wait too long must hear it now
      }
    }
  }
}
