package io.weft.activities.governor;

import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may send, and when. Knows no threads: who waits asks again when told to. Guarded by
 * its governor's lock.
 */
final class Gate {
  /** No time alone lets anybody in: a place must be freed first. */
  static final long UNTIL_FREED = Long.MAX_VALUE;

  private static final int READS_AT_FIRST = 8;
  private static final int WRITES_AT_FIRST = 4;

  /**
   * So long after somebody's change went out bulk leaves a place free for the next one. What only
   * looks, as the polls of feeds do every few seconds, passes bulk, but keeps no place from it.
   */
  private static final long LIVE_IS_NEAR = Duration.ofMinutes(1).toNanos();

  /** A second's requests do not go out all at its beginning. */
  private static final int PERIODS_PER_SECOND = 10;

  private final Limits limits;
  private final LongSupplier nanos;
  private final Turns turns = new Turns();
  private final Map<Traffic, Window> windows = new EnumMap<>(Traffic.class);
  private final AtomicRateLimiter rate;
  private final Usage usage;
  private final Pace pace;
  private final Hold hold;
  private final Breaker breaker;
  private long joined;
  private long lastLive;
  private long lastSilence;
  private boolean sawLive;

  /**
   * A gate at which nobody waits.
   *
   * @param jitter numbers from 0 to 1: where several workers are told to wait, they come back apart
   */
  Gate(String name, Limits limits, LongSupplier nanos, DoubleSupplier jitter) {
    this.limits = limits;
    this.nanos = nanos;
    long now = nanos.getAsLong();
    windows.put(Traffic.READ, new Window(READS_AT_FIRST, limits.concurrency()));
    windows.put(Traffic.WRITE, new Window(WRITES_AT_FIRST, limits.concurrency()));
    this.rate = new AtomicRateLimiter(name, config(limits), nanos::getAsLong);
    this.usage = new Usage(now);
    this.pace = new Pace(limits, now);
    this.hold = new Hold(now, jitter);
    this.breaker = new Breaker(name, nanos);
    this.lastSilence = now;
  }

  private static RateLimiterConfig config(Limits limits) {
    int permits = Math.max(1, limits.perSecond() / PERIODS_PER_SECOND);
    return RateLimiterConfig.custom()
        .limitForPeriod(permits)
        .limitRefreshPeriod(Duration.ofSeconds(permits).dividedBy(limits.perSecond()))
        .timeoutDuration(Duration.ZERO)
        .build();
  }

  /** Joins the line. */
  Ticket join(Caller caller, Traffic traffic) {
    long now = nanos.getAsLong();
    Ticket ticket = new Ticket(caller, traffic, joined++, now);
    turns.add(ticket);
    usage.waiting(true, now);
    return ticket;
  }

  /** Gives up waiting. */
  void leave(Ticket ticket) {
    turns.leave(ticket);
    usage.waiting(!turns.isEmpty(), nanos.getAsLong());
  }

  /** Lets in the next one that may go now; null where there is none. */
  @Nullable Ticket admit() {
    Ticket next = next();
    if (next == null || delay(next) > 0 || !breaker.permits()) {
      return null;
    }
    rate.acquirePermission(1);
    long now = nanos.getAsLong();
    turns.take(next);
    next.admit(now, !turns.isEmpty());
    window(next).enter(next.lane());
    usage.waiting(!turns.isEmpty(), now);
    if (next.isHindered()) {
      usage.sent(now);
    }
    pace.sent(now);
    noteLive(next, now);
    return next;
  }

  /** Who goes next of those for whom there is a place; null where there is none. */
  @Nullable Ticket next() {
    long now = nanos.getAsLong();
    if (pace.isDue(now)) {
      pace.refresh(usage.lately(now), now);
    }
    return turns.next(this::hasRoom);
  }

  /** Nanoseconds until it is worth looking again at one who waits; 0 where he may go. */
  long delay(Ticket ticket) {
    long now = nanos.getAsLong();
    long held = hold.left(now);
    if (held > 0) {
      return held;
    }
    if (!hasRoom(ticket)) {
      return UNTIL_FREED;
    }
    return Math.max(pace.delay(now), rateDelay());
  }

  private long rateDelay() {
    return rate.getMetrics().getAvailablePermissions() > 0
        ? 0
        : Math.max(1, rate.getDetailedMetrics().getNanosToWait());
  }

  private boolean hasRoom(Ticket ticket) {
    int all = Math.min(limits.concurrency(), hold.isOver() ? pace.atOnce(nanos.getAsLong()) : 1);
    int reserved = ticket.lane() == Lane.BULK ? reserved(all) : 0;
    Window window = window(ticket);
    return underWay() < all
        && window.hasRoom(ticket.lane(), reserved(window.limit()))
        && (ticket.lane() == Lane.LIVE || underWay(Lane.BULK) < all - reserved);
  }

  /** A live request must not find that bulk has taken every place. */
  private int reserved(int places) {
    boolean near = sawLive && nanos.getAsLong() - lastLive < LIVE_IS_NEAR;
    return near && places > 1 ? 1 : 0;
  }

  private void noteLive(Ticket ticket, long now) {
    if (ticket.lane() == Lane.LIVE && ticket.traffic() == Traffic.WRITE) {
      sawLive = true;
      lastLive = now;
    }
  }

  /** The system answered a request of so many parts. */
  void answered(Ticket ticket, int parts) {
    long now = nanos.getAsLong();
    Window own = window(ticket);
    own.answered(ticket.admittedAt(), now, parts, reserved(own.limit()));
    if (windows.values().stream().anyMatch(window -> window.wantsMeasuring(now))) {
      windows.values().forEach(window -> window.measure(now)); // together: they share the system
    }
    breaker.answered();
    hold.answered(ticket.admittedAt());
  }

  /** The system kept silent: as a rule because too much is asked of it, or because it is away. */
  void failed(Ticket ticket) {
    if (ticket.admittedAt() - lastSilence > 0) {
      window(ticket).halve();
      lastSilence = nanos.getAsLong();
    }
    breaker.failed();
  }

  /** Nothing was sent after all. */
  void unused() {
    breaker.unused();
  }

  /** The system wants a pause, or did not say how long. */
  void throttled(Ticket ticket, @Nullable Duration asked) {
    long now = nanos.getAsLong();
    breaker.answered();
    if (ticket.isHindered()) {
      usage.refused(now);
    }
    boolean first = hold.isOver() && hold.left(now) == 0;
    boolean busy = !turns.isEmpty() || window(ticket).isFull();
    long pause = hold.extend(asked, now);
    if (first) {
      windows.values().forEach(Window::halve);
      if (busy) {
        pace.throttled(asked(now), now);
      }
    }
    pace.paused(first, now, now + pause);
    usage.paused();
  }

  private Pace.Asked asked(long now) {
    return new Pace.Asked(usage.briefly(now), usage.lately(now), usage.sustained(now), underWay());
  }

  /** Frees the place. */
  void free(Ticket ticket) {
    window(ticket).leave(ticket.lane());
  }

  /** Whether nobody may go because the system is away. */
  boolean isShut() {
    return breaker.isShut();
  }

  Turns turns() {
    return turns;
  }

  Window window(Traffic traffic) {
    return windows.computeIfAbsent(traffic, t -> new Window(1, limits.concurrency()));
  }

  Hold hold() {
    return hold;
  }

  Breaker breaker() {
    return breaker;
  }

  /** Requests that may be begun in a second at present. */
  double perSecond() {
    return Math.min(limits.perSecond(), pace.perSecond());
  }

  /** Requests of one kind that may be under way at present. */
  int limit(Traffic traffic) {
    return Math.min(
        Math.min(window(traffic).limit(), pace.atOnce(nanos.getAsLong())), limits.concurrency());
  }

  int underWay() {
    return underWay(Lane.LIVE) + underWay(Lane.BULK);
  }

  private int underWay(Lane lane) {
    return windows.values().stream().mapToInt(window -> window.underWay(lane)).sum();
  }

  private Window window(Ticket ticket) {
    return window(ticket.traffic());
  }
}
