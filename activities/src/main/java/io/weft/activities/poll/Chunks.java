package io.weft.activities.poll;

import io.weft.activities.object.InOne;
import java.util.List;
import java.util.function.Function;

/** Look-ups by key, as many at a time as an address has room for. */
final class Chunks {
  private Chunks() {}

  /**
   * Everything that the reads of all chunks bring, in order, with a sign of life before each
   * request.
   */
  static <K, R> List<R> read(List<K> keys, Beat beat, Function<List<List<K>>, List<R>> read) {
    return InOne.together(
        keys,
        some -> {
          beat.beat();
          return read.apply(some);
        });
  }
}
