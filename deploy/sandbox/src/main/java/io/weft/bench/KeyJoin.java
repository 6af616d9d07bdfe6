package io.weft.bench;

import io.weft.activities.match.Blocking;
import io.weft.activities.match.Traits;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Finds the candidates of a record by its keys, as the load's table does, in memory. */
final class KeyJoin {
  private final long[] hashes;
  private final int[] records;
  private final List<Traits> of;

  private KeyJoin(long[] hashes, int[] records, List<Traits> of) {
    this.hashes = hashes;
    this.records = records;
    this.of = of;
  }

  private record Key(long hash, int record) {}

  /** The keys of a side. Those that too many carry find nobody. */
  static KeyJoin of(List<Traits> side) {
    Key[] keys =
        java.util.stream.IntStream.range(0, side.size())
            .parallel()
            .boxed()
            .flatMap(i -> Blocking.hashes(side.get(i)).stream().map(hash -> new Key(hash, i)))
            .toArray(Key[]::new);
    Arrays.parallelSort(
        keys, java.util.Comparator.comparingLong(Key::hash).thenComparingInt(Key::record));
    return new KeyJoin(
        Arrays.stream(keys).mapToLong(Key::hash).toArray(),
        Arrays.stream(keys).mapToInt(Key::record).toArray(),
        side);
  }

  /** The candidates of a record of the other side, each once. */
  List<Traits> candidates(Traits one, KeyJoin own) {
    BitSet found = new BitSet();
    for (long hash : Blocking.hashes(one)) {
      int first = first(hash);
      int count = count(hash, first);
      if (count <= Blocking.MOST && own.count(hash, own.first(hash)) <= Blocking.MOST) {
        for (int i = first; i < first + count; i++) {
          found.set(records[i]);
        }
      }
    }
    return found.stream().mapToObj(of::get).toList();
  }

  private int first(long hash) {
    int at = Arrays.binarySearch(hashes, hash);
    while (at > 0 && hashes[at - 1] == hash) {
      at--;
    }
    return at;
  }

  private int count(long hash, int first) {
    int count = 0;
    while (first >= 0 && first + count < hashes.length && hashes[first + count] == hash) {
      count++;
    }
    return count;
  }

  /** How many keys carry so many records that they find nobody. */
  int common() {
    int common = 0;
    for (int i = 0; i < hashes.length; ) {
      int count = count(hashes[i], i);
      common += count > Blocking.MOST ? 1 : 0;
      i += count;
    }
    return common;
  }

  int keys() {
    return hashes.length;
  }
}
