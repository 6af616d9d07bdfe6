package io.weft.sandbox.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests: per system in all, per client, per method and set, per status. */
public final class Traffic {
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  /** Counts an answered request. */
  public void count(String system, String client, String method, String set, int status) {
    add(system + "/requests");
    add(system + "/reads", method.equals("GET"));
    add(system + "/writes", !method.equals("GET") && !set.equals("token"));
    add(system + "/clients/" + client);
    add(system + "/calls/" + method + " " + set);
    add(system + "/statuses/" + status);
  }

  /** Returns one counter, such as {@code creatio/requests} or {@code d365/clients/weft}. */
  public long get(String name) {
    LongAdder adder = counts.get(name);
    return adder == null ? 0 : adder.sum();
  }

  /** Sets all counters back to nothing. */
  public void reset() {
    counts.clear();
  }

  /** Returns the counters as a tree. */
  public Map<String, Object> toJson() {
    Map<String, Object> tree = new LinkedHashMap<>();
    new TreeMap<>(counts).forEach((name, adder) -> put(tree, name.split("/", 3), adder.sum()));
    return tree;
  }

  private void add(String name) {
    counts.computeIfAbsent(name, any -> new LongAdder()).increment();
  }

  private void add(String name, boolean really) {
    if (really) {
      add(name);
    }
  }

  @SuppressWarnings("unchecked") // inner values are maps of our own making
  private static void put(Map<String, Object> tree, String[] path, long value) {
    Map<String, Object> level = tree;
    for (int i = 0; i < path.length - 1; i++) {
      level =
          (Map<String, Object>)
              level.computeIfAbsent(path[i], any -> new LinkedHashMap<String, Object>());
    }
    level.put(path[path.length - 1], value);
  }
}
