package io.weft.sandbox.control;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fault that was injected: where it strikes, how often, and its numbers. */
public final class FaultRule {
  private final long id;
  private final Fault fault;
  private final Map<String, @Nullable Object> wanted;
  private final @Nullable Instant until;
  private final double probability;
  private long left;
  private long fired;

  FaultRule(long id, Fault fault, Map<String, @Nullable Object> wanted, Instant now) {
    this.id = id;
    this.fault = fault;
    this.wanted = new LinkedHashMap<>(wanted);
    if (wanted.containsKey("retryAfterSeconds")) {
      this.wanted.putIfAbsent("retryAfter", wanted.get("retryAfterSeconds"));
    }
    long seconds = number("seconds", 0);
    this.until = seconds > 0 ? now.plusSeconds(seconds) : null;
    Object chance = wanted.get("probability");
    this.probability = chance == null ? 1 : Double.parseDouble(chance.toString());
    boolean open = seconds > 0 || chance != null || fault.isStanding();
    this.left = number("times", open ? Long.MAX_VALUE : 1);
  }

  /** Returns the number under which the fault can be removed. */
  public long id() {
    return id;
  }

  /** Returns what goes wrong. */
  public Fault fault() {
    return fault;
  }

  /** Returns a number of the injection, such as {@code delayMs}, or what it is by default. */
  public long number(String name, long otherwise) {
    Object value = wanted.get(name);
    return value == null ? otherwise : Long.parseLong(value.toString());
  }

  /** Returns a text of the injection, null if it was not given. */
  public @Nullable String text(String name) {
    Object value = wanted.get(name);
    return value == null ? null : value.toString();
  }

  boolean matches(String system, String method, String set) {
    return is("system", system) && is("method", method) && strikesOn(set);
  }

  double probability() {
    return probability;
  }

  boolean isOver(Instant now) {
    return left <= 0 || (until != null && now.isAfter(until));
  }

  void count() {
    left--;
    fired++;
  }

  Map<String, @Nullable Object> toJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>(wanted);
    json.put("id", id);
    json.put("fired", fired);
    json.put("left", left == Long.MAX_VALUE ? null : left);
    json.put("until", until);
    return json;
  }

  // A rule without a set spares token calls: else a client's sign-in would use it up.
  private boolean strikesOn(String set) {
    String only = text("set");
    return only == null ? !set.equals("token") : only.equals("*") || only.equalsIgnoreCase(set);
  }

  private boolean is(String name, String actual) {
    String only = text(name);
    return only == null || only.equalsIgnoreCase(actual);
  }
}
