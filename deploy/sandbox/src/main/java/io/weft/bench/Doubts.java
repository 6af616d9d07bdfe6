package io.weft.bench;

import io.weft.activities.match.Settled;
import io.weft.activities.match.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Why pairs are left to a person, and how many of them are one company after all. */
final class Doubts {
  private final Map<String, Count> byReason = new TreeMap<>();

  /** So many pairs of one reason, of which so many are true. */
  record Count(String reason, int pairs, int trueOnes) {
    Count and(boolean isTrue) {
      return new Count(reason, pairs + 1, trueOnes + (isTrue ? 1 : 0));
    }
  }

  void add(Settled pair, boolean isTrue) {
    String reason = reason(pair.pair().verdict());
    byReason.compute(
        reason, (name, count) -> (count == null ? new Count(reason, 0, 0) : count).and(isTrue));
  }

  private static String reason(Verdict verdict) {
    List<String> contradictions = verdict.evidence().contradictions();
    if (!contradictions.isEmpty()) {
      return contradictions.get(0).replaceFirst(" \\(.*", ""); // without the values
    }
    return switch (verdict.grade()) {
      case SURE -> "two candidates are alike";
      case DOUBTFUL -> "some is shared, not enough";
      case FAINT -> "the name is shared, little else";
      case NONE -> "nothing is shared";
    };
  }

  /** The most frequent first. */
  List<Count> counts() {
    return byReason.values().stream()
        .sorted(Comparator.comparingInt(Count::pairs).reversed().thenComparing(Count::reason))
        .toList();
  }
}
