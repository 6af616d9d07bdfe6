package io.weft.activities.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers that are good for a short while, the latest of them. Thread-safe. */
final class Memo<K, V> {
  private static final int MOST = 20_000;

  private final Map<K, Answer<V>> answers = new LinkedHashMap<>();
  private final Duration good;
  private final Clock clock;

  private record Answer<V>(V value, Instant until) {}

  Memo(Duration good, Clock clock) {
    this.good = good;
    this.clock = clock;
  }

  /** The answer as it is known, else as it is given now; two may ask at the same time. */
  V of(K key, Function<K, V> ask) {
    Optional<V> known = known(key);
    if (known.isPresent()) {
      return known.get();
    }
    V answer = ask.apply(key);
    keep(key, answer);
    return answer;
  }

  synchronized Optional<V> known(K key) {
    Answer<V> answer = answers.get(key);
    return answer == null || !clock.instant().isBefore(answer.until())
        ? Optional.empty()
        : Optional.of(answer.value());
  }

  synchronized void keep(K key, V value) {
    answers.remove(key); // to the end
    answers.put(key, new Answer<>(value, clock.instant().plus(good)));
    if (answers.size() > MOST) {
      answers.remove(answers.keySet().iterator().next());
    }
  }
}
