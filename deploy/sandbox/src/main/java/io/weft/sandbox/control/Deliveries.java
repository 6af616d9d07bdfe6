package io.weft.sandbox.control;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Posts one system's outgoing events: asynchronously, in order per record, each tried a few times
 * at once and then dropped, as an outbound call without a queue does. Safe for many threads.
 */
public final class Deliveries implements AutoCloseable {
  private static final int LANES = 16;
  private static final int LONGEST_LANE = 20_000;
  private static final long HELD_BACK_MS = 700;

  private final String system;
  private final Faults faults;
  private final Random random;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<ScheduledThreadPoolExecutor> lanes = new ArrayList<>();
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private volatile @Nullable DeliveryTarget target;

  /** Makes the sender of a system; nothing is sent before there is a target. */
  public Deliveries(String system, Faults faults, long seed) {
    this.system = system;
    this.faults = faults;
    this.random = new Random(seed);
    for (int i = 0; i < LANES; i++) {
      lanes.add(lane());
    }
  }

  /** Sets where events go; null stops them. */
  public void target(@Nullable DeliveryTarget target) {
    this.target = target;
  }

  /** Returns where events go, null if nowhere. */
  public @Nullable DeliveryTarget target() {
    return target;
  }

  /** Sends an event about a record, if its set is wanted; returns at once. */
  public void send(String set, String record, Map<String, ? extends @Nullable Object> event) {
    DeliveryTarget to = target;
    if (to == null || !to.sets().contains(set)) {
      return;
    }
    count("raised");
    if (chance(to.drop()) || struck(Fault.DROP_EVENTS, set)) {
      count("lost");
      return;
    }
    boolean late = chance(to.reorder()) || struck(Fault.REORDER_EVENTS, set);
    enqueue(record, to, event, late ? HELD_BACK_MS : 0);
    if (chance(to.duplicate()) || struck(Fault.DUPLICATE_EVENTS, set)) {
      count("duplicated");
      enqueue(record, to, event, 0);
    }
  }

  /** Returns the counters and the target without its secrets. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    DeliveryTarget to = target;
    json.put("url", to == null ? "" : to.url());
    json.put("sets", to == null ? List.of() : to.sets());
    json.put("waiting", lanes.stream().mapToInt(lane -> lane.getQueue().size()).sum());
    new TreeMap<>(counts).forEach((name, adder) -> json.put(name, adder.sum()));
    return json;
  }

  @Override
  public void close() {
    lanes.forEach(ScheduledThreadPoolExecutor::shutdownNow);
  }

  private void enqueue(
      String record,
      DeliveryTarget to,
      Map<String, ? extends @Nullable Object> event,
      long delayMs) {
    ScheduledThreadPoolExecutor lane = lanes.get(Math.floorMod(record.hashCode(), LANES));
    if (lane.getQueue().size() >= LONGEST_LANE) {
      count("overflowed");
      return;
    }
    try {
      var unused = lane.schedule(() -> deliver(to, event), delayMs, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      count("overflowed"); // closing: nobody will miss it
    }
  }

  private void deliver(DeliveryTarget to, Map<String, ? extends @Nullable Object> event) {
    HttpRequest request = to.request(event);
    for (int attempt = 0; attempt <= to.retries(); attempt++) {
      if (arrives(request)) {
        count("delivered");
        return;
      }
      count("failedAttempts");
    }
    count("dropped");
  }

  private boolean arrives(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 400;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean struck(Fault fault, String set) {
    return faults.strike(fault, system, "EVENT", set) != null;
  }

  private boolean chance(double share) {
    if (share <= 0) {
      return false;
    }
    synchronized (random) {
      return random.nextDouble() < share;
    }
  }

  private void count(String what) {
    counts.computeIfAbsent(what, any -> new LongAdder()).increment();
  }

  private static ScheduledThreadPoolExecutor lane() {
    return new ScheduledThreadPoolExecutor(
        1,
        work -> {
          Thread thread = new Thread(work, "sandbox-events");
          thread.setDaemon(true);
          return thread;
        });
  }
}
