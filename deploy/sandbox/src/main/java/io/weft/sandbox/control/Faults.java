package io.weft.sandbox.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The faults in force. Where several match, the one injected first strikes. Chance comes from a
 * seeded generator, so that a run can be repeated. Safe for many threads.
 */
public final class Faults {
  private final Clock clock;
  private final Random random;
  private final List<FaultRule> rules = new ArrayList<>();
  private final Map<String, Long> fired = new LinkedHashMap<>();
  private long nextId = 1;
  private volatile boolean any;

  Faults(long seed, Clock clock) {
    this.clock = clock;
    this.random = new Random(seed);
  }

  /** Makes the registry whose chance follows from a number. */
  public static Faults seeded(long seed, Clock clock) {
    return new Faults(seed, clock);
  }

  /**
   * Injects a fault: {@code name}, and as wanted {@code system}, {@code method}, {@code set},
   * {@code times}, {@code seconds}, {@code probability} and the fault's own numbers.
   *
   * @throws IllegalArgumentException if there is no such fault
   */
  public synchronized FaultRule inject(Map<String, @Nullable Object> wanted) {
    Fault fault = Fault.of(String.valueOf(wanted.get("name")));
    FaultRule rule = new FaultRule(nextId++, fault, wanted, clock.instant());
    rules.add(rule);
    any = true;
    return rule;
  }

  /** Removes one fault; returns whether it was there. */
  public synchronized boolean remove(long id) {
    return rules.removeIf(rule -> rule.id() == id);
  }

  /** Removes all faults. */
  public synchronized void clear() {
    rules.clear();
  }

  /** Lets the first matching fault of a phase strike, and counts it; null if none does. */
  public @Nullable FaultRule strike(Fault.Phase phase, String system, String method, String set) {
    return any ? strike(rule -> rule.fault().phase() == phase, system, method, set) : null;
  }

  /** Lets one kind of fault strike, and counts it; null if it does not. */
  public @Nullable FaultRule strike(Fault fault, String system, String method, String set) {
    return any ? strike(rule -> rule.fault() == fault, system, method, set) : null;
  }

  /** Returns how far a system's clock is off. */
  public Duration skew(String system) {
    FaultRule rule = any ? standing(Fault.CLOCK_SKEW, system) : null;
    return Duration.ofMillis(rule == null ? 0 : rule.number("skewMs", 120_000));
  }

  /** Returns the faults in force and how often each kind has struck. */
  public synchronized Map<String, @Nullable Object> toJson() {
    sweep();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("active", rules.stream().map(FaultRule::toJson).toList());
    json.put("fired", new LinkedHashMap<>(fired));
    return json;
  }

  private synchronized @Nullable FaultRule strike(
      Predicate<FaultRule> kind, String system, String method, String set) {
    sweep();
    for (FaultRule rule : rules) {
      if (kind.test(rule) && rule.matches(system, method, set) && luck(rule)) {
        rule.count();
        fired.merge(rule.fault().label(), 1L, Long::sum);
        return rule;
      }
    }
    return null;
  }

  private synchronized @Nullable FaultRule standing(Fault fault, String system) {
    sweep();
    for (FaultRule rule : rules) {
      if (rule.fault() == fault && rule.matches(system, "", "")) {
        return rule;
      }
    }
    return null;
  }

  private boolean luck(FaultRule rule) {
    return rule.probability() >= 1 || random.nextDouble() < rule.probability();
  }

  private void sweep() {
    Instant now = clock.instant();
    rules.removeIf(rule -> rule.isOver(now));
    any = !rules.isEmpty();
  }
}
