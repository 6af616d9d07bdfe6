package io.weft.activities.governor;

import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import io.weft.activities.failure.RemoteException;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounded concurrency, a rate limit, and a hold: when the system asks for a pause, nobody asks it
 * anything until then, because going on lengthens the pause. Who cannot be served within the
 * bounded wait is told at once, so that no activity slot is spent on waiting.
 */
public final class HoldingGovernor implements Governor {
  private static final String CALL = "governor";
  private static final Duration SHORTEST_HOLD = Duration.ofSeconds(1);
  private static final Duration LONGEST_HOLD = Duration.ofHours(1);

  /** Where the system names no delay; Microsoft's own sample falls back to this. */
  private static final Duration USUAL_HOLD = Duration.ofSeconds(30);

  /** Until a place is freed, whenever that is. */
  private static final long UNTIL_FREED = Long.MAX_VALUE;

  private final Side system;
  private final Limits limits;
  private final Clock clock;
  private final LongSupplier nanos;
  private final AtomicRateLimiter rate;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  private final Lanes waiting = new Lanes();
  private final Lanes inFlight = new Lanes();
  private long heldUntil;
  private long throttled;
  private Duration throttledTime = Duration.ZERO;
  private long refused;

  /** A governor by the machine's own clocks. */
  public HoldingGovernor(Side system, Limits limits) {
    this(system, limits, Clock.systemUTC(), System::nanoTime);
  }

  /**
   * A governor by given clocks.
   *
   * @param clock for showing times to people
   * @param nanos for measuring, as {@link System#nanoTime}
   */
  public HoldingGovernor(Side system, Limits limits, Clock clock, LongSupplier nanos) {
    this.system = system;
    this.limits = limits;
    this.clock = clock;
    this.nanos = nanos;
    this.heldUntil = nanos.getAsLong();
    this.rate = new AtomicRateLimiter(system.title(), config(limits), nanos::getAsLong);
  }

  private static RateLimiterConfig config(Limits limits) {
    return RateLimiterConfig.custom()
        .limitForPeriod(limits.perSecond())
        .limitRefreshPeriod(Duration.ofSeconds(1))
        .timeoutDuration(Duration.ZERO)
        .build();
  }

  @Override
  public Permit acquire(Lane lane) {
    lock.lock();
    try {
      waiting.add(lane, 1);
      awaitTurn(lane);
      inFlight.add(lane, 1);
      return new Place(lane);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RemoteException.Unavailable(
          system, CALL, "interrupted while waiting to send", false, null, e);
    } finally {
      waiting.add(lane, -1);
      changed.signalAll();
      lock.unlock();
    }
  }

  private void awaitTurn(Lane lane) throws InterruptedException {
    long left = limits.maxWait().toNanos();
    for (long delay = delay(lane); delay > 0; delay = delay(lane)) {
      boolean known = delay != UNTIL_FREED;
      if (left <= 0 || (known && delay > left)) {
        throw refusal(known ? Duration.ofNanos(delay) : limits.maxWait());
      }
      long wait = Math.min(delay, left);
      left -= wait - changed.awaitNanos(wait);
    }
  }

  /** Nanoseconds until it is worth looking again; 0 where the caller may go. */
  private long delay(Lane lane) {
    long hold = heldUntil - nanos.getAsLong();
    if (hold > 0) {
      return hold;
    }
    if (inFlight.total() >= limits.concurrency() || (lane == Lane.BULK && bulkMustYield())) {
      return UNTIL_FREED;
    }
    return rate.acquirePermission(1) ? 0 : Math.max(1, rate.getDetailedMetrics().getNanosToWait());
  }

  private boolean bulkMustYield() {
    return waiting.live > 0 || inFlight.bulk >= limits.bulk();
  }

  private RemoteException refusal(Duration retryAfter) {
    refused++;
    String message =
        "%s is busy: no leave to send within %s s (%d in flight, %d waiting)"
            .formatted(
                system.title(), limits.maxWait().toSeconds(), inFlight.total(), waiting.total());
    return new RemoteException.Throttled(system, CALL, message, retryAfter);
  }

  private void hold(@Nullable Duration asked) {
    Duration hold = asked == null ? USUAL_HOLD : clamped(asked);
    lock.lock();
    try {
      long now = nanos.getAsLong();
      long until = now + hold.toNanos();
      long longer = until - (heldUntil - now > 0 ? heldUntil : now);
      throttled++;
      if (longer > 0) {
        heldUntil = until;
        throttledTime = throttledTime.plusNanos(longer);
      }
    } finally {
      lock.unlock();
    }
  }

  private static Duration clamped(Duration asked) {
    Duration least = asked.compareTo(SHORTEST_HOLD) < 0 ? SHORTEST_HOLD : asked;
    return least.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : least;
  }

  private void free(Lane lane) {
    lock.lock();
    try {
      inFlight.add(lane, -1);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public GovernorState state() {
    lock.lock();
    try {
      long hold = heldUntil - nanos.getAsLong();
      Instant until = hold > 0 ? clock.instant().plusNanos(hold) : null;
      return new GovernorState(
          waiting.live, waiting.bulk, inFlight.total(), until, throttled, throttledTime, refused);
    } finally {
      lock.unlock();
    }
  }

  /** How many there are in each lane. */
  private static final class Lanes {
    private int live;
    private int bulk;

    void add(Lane lane, int change) {
      switch (lane) {
        case LIVE -> live += change;
        case BULK -> bulk += change;
      }
    }

    int total() {
      return live + bulk;
    }
  }

  private final class Place implements Permit {
    private final Lane lane;
    private boolean closed;

    Place(Lane lane) {
      this.lane = lane;
    }

    @Override
    public void throttled(@Nullable Duration retryAfter) {
      hold(retryAfter);
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        free(lane);
      }
    }
  }
}
