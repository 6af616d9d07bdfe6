package io.weft.activities.match;

import io.weft.workflows.record.RecordRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Duplicates within one system: records that are, or very likely are, one company, together with
 * all that are so through others. Found by the engine that pairs both sides.
 */
public final class Clusters {
  /** The score from which a doubtful pair is likely a duplicate: name, city, and one thing more. */
  public static final int LIKELY = 50;

  private final Map<String, String> leaders = new TreeMap<>();
  private final Map<String, RecordRef> records = new TreeMap<>();

  private Clusters() {}

  /**
   * The pairs of a record with others of its own side; each pair is named by the record that comes
   * first, whichever of both is asked.
   */
  public static List<Pair> pairs(Traits one, List<Traits> others) {
    List<Pair> pairs = new ArrayList<>();
    String own = one.profile().record().path();
    for (Traits other : others) {
      boolean later = own.compareTo(other.profile().record().path()) < 0;
      Verdict verdict = later ? Matcher.judge(one, other) : Matcher.judge(other, one);
      if (later && verdict.grade() != Grade.NONE) {
        pairs.add(new Pair(one.profile().record(), other.profile().record(), verdict));
      }
    }
    return pairs;
  }

  /** The clusters of two and more that these pairs make, in the order of their records. */
  public static List<List<RecordRef>> of(List<Pair> pairs) {
    Clusters clusters = new Clusters();
    pairs.stream().filter(Clusters::isLikely).forEach(clusters::unite);
    return clusters.lists();
  }

  private static boolean isLikely(Pair pair) {
    return pair.verdict().grade() == Grade.SURE
        || (pair.verdict().grade() == Grade.DOUBTFUL && pair.verdict().score() >= LIKELY);
  }

  /** The first record of both clusters leads the one that they become. */
  private void unite(Pair pair) {
    String one = leader(know(pair.left()));
    String other = leader(know(pair.right()));
    boolean first = one.compareTo(other) < 0;
    leaders.put(first ? other : one, first ? one : other);
  }

  private String know(RecordRef record) {
    records.putIfAbsent(record.path(), record);
    return record.path();
  }

  private String leader(String path) {
    String at = path;
    String above = leaders.getOrDefault(at, at);
    while (!above.equals(at)) {
      at = above;
      above = leaders.getOrDefault(at, at);
    }
    return at;
  }

  private List<List<RecordRef>> lists() {
    Map<String, List<RecordRef>> lists = new TreeMap<>();
    records.forEach(
        (path, record) ->
            lists.computeIfAbsent(leader(path), leader -> new ArrayList<>()).add(record));
    return List.copyOf(lists.values());
  }
}
