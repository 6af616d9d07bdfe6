package io.weft.sandbox.control;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How slow each system is. Safe for many threads. */
public final class Latency {
  private final Map<String, Delays> delays = new ConcurrentHashMap<>();
  private final Delays otherwise;

  /** Makes all systems alike. */
  public Latency(Delays otherwise) {
    this.otherwise = otherwise;
  }

  /** Sets the delays of one system. */
  public void set(String system, Delays delay) {
    delays.put(system, delay);
  }

  /** Waits as long as a system's answers are delayed. */
  public void awaitAnswer(String system) {
    pause(of(system).answer());
  }

  /** Waits as long as a system takes to write a record; others may write meanwhile. */
  public void awaitWrite(String system) {
    pause(of(system).write());
  }

  private Delays of(String system) {
    return delays.getOrDefault(system, otherwise);
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

  /** Returns the delays by system, in milliseconds. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new TreeMap<>();
    json.put("default", millis(otherwise));
    delays.forEach((system, delay) -> json.put(system, millis(delay)));
    return json;
  }

  private static Map<String, Long> millis(Delays delays) {
    Map<String, Long> millis = new LinkedHashMap<>();
    millis.put("answer", delays.answer().toMillis());
    millis.put("write", delays.write().toMillis());
    return millis;
  }
}
