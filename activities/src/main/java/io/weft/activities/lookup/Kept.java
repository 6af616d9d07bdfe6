package io.weft.activities.lookup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Answers kept for a while, by key. Thread-safe; two threads may fetch the same one at once. */
public final class Kept<K, V> {
  private final Map<K, Aged<V>> answers = new ConcurrentHashMap<>();
  private final Clock clock;
  private final Duration life;
  private final int most;

  private record Aged<V>(V value, Instant fetched) {}

  public Kept(Clock clock, Duration life, int most) {
    this.clock = clock;
    this.life = life;
    this.most = most;
  }

  /** The answer, fetched if there is none or it is too old. */
  public V get(K key, Function<K, V> fetch) {
    return get(key, life, fetch);
  }

  /** The answer, fetched if it is older than this. */
  public V get(K key, Duration maxAge, Function<K, V> fetch) {
    Aged<V> kept = answers.get(key);
    Instant now = clock.instant();
    if (kept != null && kept.fetched().plus(maxAge).isAfter(now)) {
      return kept.value();
    }
    V value = fetch.apply(key);
    put(key, value, now);
    return value;
  }

  /** Keeps an answer that came along with another one. */
  public void put(K key, V value) {
    put(key, value, clock.instant());
  }

  private void put(K key, V value, Instant fetched) {
    if (answers.size() >= most) {
      answers.clear();
    }
    answers.put(key, new Aged<>(value, fetched));
  }
}
