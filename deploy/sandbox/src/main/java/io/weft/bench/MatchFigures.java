package io.weft.bench;

import io.weft.activities.match.Settled;
import io.weft.activities.match.Traits;
import java.util.List;

/**
 * What a match of two populations came to.
 *
 * @param cpuSeconds what all cores together worked for it
 * @param compared pairs that were looked at
 * @param commonKeys keys that too many records carry to find anybody
 * @param truePairs pairs of records that are one company
 * @param links pairs linked by themselves, of which {@code linked} are true
 * @param shown true pairs that a person is shown, of {@code reviews} pairs in all
 * @param doubts why they are shown
 * @param wrong links of two companies
 * @param missed true pairs that were found neither way
 */
record MatchFigures(
    double seconds,
    double cpuSeconds,
    long compared,
    int commonKeys,
    int truePairs,
    int links,
    int linked,
    int shown,
    int reviews,
    List<Doubts.Count> doubts,
    List<Settled> wrong,
    List<List<Traits>> missed) {

  double precision() {
    return links == 0 ? 1 : (double) linked / links;
  }

  double recallAutomatic() {
    return truePairs == 0 ? 1 : (double) linked / truePairs;
  }

  double recall() {
    return truePairs == 0 ? 1 : (double) (linked + shown) / truePairs;
  }
}
