package io.weft.activities.poll;

import io.weft.activities.store.FactStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is wrong with each feed, kept where the status page finds it. Written on change only, so
 * that a quiet round costs nothing here. Thread-safe.
 */
public final class FeedProblems {
  private static final String PREFIX = "feed-problem/";

  private final FactStore facts;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  public FeedProblems(FactStore facts) {
    this.facts = facts;
  }

  /** Notes what is wrong; an empty text means that nothing is any more. */
  public void note(String feed, String problem) {
    String before = known.computeIfAbsent(feed, f -> facts.fact(PREFIX + f).orElse(""));
    if (!before.equals(problem)) {
      facts.replace(PREFIX + feed, problem);
      known.put(feed, problem);
    }
  }

  /** What is wrong as the store knows it, whichever worker noted it. */
  public Optional<String> of(String feed) {
    return facts.fact(PREFIX + feed).filter(problem -> !problem.isEmpty());
  }
}
