package io.weft.activities.poll;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Look-ups by key, as many at a time as an address has room for. */
final class Chunks {
  /** F&amp;O has no {@code in}; about 20 terms joined by {@code or} are sure to fit the URL. */
  static final int TERMS = 20;

  private Chunks() {}

  /** Everything that the reads of all chunks bring, in order, with a sign of life before each. */
  static <K, R> List<R> read(List<K> keys, Beat beat, Function<List<K>, List<R>> read) {
    List<R> all = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += TERMS) {
      beat.beat();
      all.addAll(read.apply(keys.subList(from, Math.min(from + TERMS, keys.size()))));
    }
    return all;
  }
}
