package io.weft.sandbox.control;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How long answers are delayed, per system. Safe for many threads. */
public final class Latency {
  private final Map<String, Duration> delays = new ConcurrentHashMap<>();
  private final Duration otherwise;

  /** Makes a delay for all systems. */
  public Latency(Duration otherwise) {
    this.otherwise = otherwise;
  }

  /** Sets the delay of one system. */
  public void set(String system, Duration delay) {
    delays.put(system, delay);
  }

  /** Waits as long as a system's answers are delayed. */
  public void await(String system) {
    pause(delays.getOrDefault(system, otherwise));
  }

  /** Waits; an interrupt ends the wait early and stays noted. */
  public static void pause(Duration delay) {
    if (delay.isZero() || delay.isNegative()) {
      return;
    }
    try {
      Thread.sleep(delay.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the delays that were set, in milliseconds. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new TreeMap<>();
    json.put("default", otherwise.toMillis());
    delays.forEach((system, delay) -> json.put(system, delay.toMillis()));
    return json;
  }
}
