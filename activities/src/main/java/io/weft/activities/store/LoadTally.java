package io.weft.activities.store;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a step adds to the totals of a load, by name. Used by one thread. */
public final class LoadTally {
  private final Map<String, Count> counts = new TreeMap<>();

  /**
   * A total.
   *
   * @param example one of those counted, in words; null where the name says it all
   */
  public record Count(long amount, @Nullable String example) {}

  /** One more of that name. */
  public void add(String name) {
    add(name, 1, null);
  }

  /** One more of that name; the first example is kept. */
  public void add(String name, String example) {
    add(name, 1, example);
  }

  /** So many more of that name. */
  public void add(String name, long amount) {
    add(name, amount, null);
  }

  private void add(String name, long amount, @Nullable String example) {
    Count before = counts.getOrDefault(name, new Count(0, null));
    String kept = before.example() == null ? example : before.example();
    counts.put(name, new Count(before.amount() + amount, kept));
  }

  /** What was added, by name. */
  public Map<String, Count> counts() {
    return Collections.unmodifiableMap(counts);
  }
}
