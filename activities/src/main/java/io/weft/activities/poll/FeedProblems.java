package io.weft.activities.poll;

import io.weft.activities.store.FactStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is wrong with each feed, kept where the status page finds it. Written on change only, so
 * that a quiet round costs nothing here. Thread-safe.
 */
public final class FeedProblems {
  private static final String PREFIX = "feed-problem/";

  /** Another worker may have noted something meanwhile, and be gone since. */
  private static final Duration TRUSTED = Duration.ofMinutes(1);

  private final FactStore facts;
  private final Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  public FeedProblems(FactStore facts, Clock clock) {
    this.facts = facts;
    this.clock = clock;
  }

  private record Known(String problem, Instant readAt) {}

  /** Notes what is wrong; an empty text means that nothing is any more. */
  public void note(String feed, String problem) {
    Instant now = clock.instant();
    Known before = known.get(feed);
    if (before == null || before.readAt().plus(TRUSTED).isBefore(now)) {
      before = new Known(facts.fact(PREFIX + feed).orElse(""), now);
      known.put(feed, before);
    }
    if (!before.problem().equals(problem)) {
      facts.replace(PREFIX + feed, problem);
      known.put(feed, new Known(problem, now));
    }
  }

  /** What is wrong as the store knows it, whichever worker noted it. */
  public Optional<String> of(String feed) {
    return facts.fact(PREFIX + feed).filter(problem -> !problem.isEmpty());
  }
}
