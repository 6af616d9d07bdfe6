package io.weft.sandbox.d365.entra;

import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.ErpSettings;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Load-dependent refusals: by rate, by requests under way, by the clock. Who comes back before the
 * time he was told waits twice as long the next time.
 */
public final class Throttle {
  private static final long LONGEST_SECONDS = 60;

  /** What one client was told last. */
  private record Hold(Instant until, long seconds) {}

  private final Erp erp;
  private final ErpSettings settings;
  private final AtomicInteger underWay = new AtomicInteger();
  private final Map<String, Hold> holds = new ConcurrentHashMap<>();
  private long second;
  private int inSecond;

  /** Takes the tenant whose switches rule it. */
  public Throttle(Erp erp) {
    this.erp = erp;
    this.settings = erp.settings();
  }

  /** Counts a request in; returns the seconds to wait if it is refused, null if it may pass. */
  public @Nullable Long enter(String client) {
    int running = underWay.incrementAndGet();
    if (isOff()) {
      holds.clear();
      return null;
    }
    Instant now = erp.site().world().trueTime();
    Hold hold = holds.get(client);
    if (hold != null && now.isBefore(hold.until())) {
      return hold(client, now, Math.min(LONGEST_SECONDS, hold.seconds() * 2));
    }
    holds.remove(client);
    boolean tooMany = running > limit("throttleConcurrent") || overRate(now) || scheduled(now);
    return tooMany ? hold(client, now, settings.number("retryAfterSeconds")) : null;
  }

  /** Counts a request out; also a refused one. */
  public void leave() {
    underWay.decrementAndGet();
  }

  private boolean isOff() {
    return settings.number("throttlePerSecond") <= 0
        && settings.number("throttleConcurrent") <= 0
        && settings.number("throttleEverySeconds") <= 0;
  }

  private Long hold(String client, Instant now, long seconds) {
    holds.put(client, new Hold(now.plusSeconds(seconds), seconds));
    return seconds;
  }

  private synchronized boolean overRate(Instant now) {
    if (now.getEpochSecond() != second) {
      second = now.getEpochSecond();
      inSecond = 0;
    }
    inSecond++;
    return inSecond > limit("throttlePerSecond");
  }

  private boolean scheduled(Instant now) {
    int every = settings.number("throttleEverySeconds");
    return every > 0 && now.getEpochSecond() % every < settings.number("throttleForSeconds");
  }

  private int limit(String name) {
    int limit = settings.number(name);
    return limit <= 0 ? Integer.MAX_VALUE : limit;
  }
}
