package io.weft.cli.match;

import io.weft.activities.match.Claim;
import io.weft.activities.match.Matcher;
import io.weft.activities.match.Pairing;
import io.weft.activities.match.Settled;
import io.weft.activities.match.Traits;
import io.weft.activities.match.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the engine makes of labelled pairs. Rows of one left id compete, and so do rows of one right
 * id, as they do in a load.
 *
 * @param judged each pair with its outcome, in the order of the file
 */
record Evaluation(List<Judged> judged) {
  Evaluation {
    judged = List.copyOf(judged);
  }

  /** What becomes of a pair. */
  enum Outcome {
    LINKED,
    REVIEW,
    APART
  }

  /** A pair, what becomes of it, and why. */
  record Judged(LabelledPair pair, Outcome outcome, Verdict verdict) {
    boolean isMistake() {
      return pair.same() ? outcome == Outcome.APART : outcome == Outcome.LINKED;
    }
  }

  static Evaluation of(List<LabelledPair> pairs) {
    Map<String, Traits> records = new LinkedHashMap<>();
    Map<String, List<Traits>> candidates = new LinkedHashMap<>();
    for (LabelledPair pair : pairs) {
      String left = pair.left().record().path();
      String right = pair.right().record().path();
      records.computeIfAbsent(left, path -> Traits.of(pair.left()));
      records.computeIfAbsent(right, path -> Traits.of(pair.right()));
      candidates.computeIfAbsent(left, path -> new ArrayList<>()).add(records.get(right));
    }
    List<Claim> claims = new ArrayList<>();
    candidates.forEach(
        (left, rights) ->
            claims.addAll(
                Pairing.judge(traits(records, left), rights.stream().distinct().toList())));
    Map<String, Settled> settled = new LinkedHashMap<>();
    Pairing.settleAll(claims)
        .forEach(one -> settled.put(key(one.pair().left().path(), one.pair().right().path()), one));
    return new Evaluation(pairs.stream().map(pair -> judged(pair, records, settled)).toList());
  }

  private static Traits traits(Map<String, Traits> records, String path) {
    Traits traits = records.get(path);
    if (traits == null) {
      throw new IllegalStateException("no record " + path);
    }
    return traits;
  }

  private static String key(String left, String right) {
    return left + " " + right;
  }

  private static Judged judged(
      LabelledPair pair, Map<String, Traits> records, Map<String, Settled> settled) {
    String left = pair.left().record().path();
    String right = pair.right().record().path();
    Settled found = settled.get(key(left, right));
    if (found == null) {
      Verdict verdict = Matcher.judge(traits(records, left), traits(records, right));
      return new Judged(pair, Outcome.APART, verdict);
    }
    return new Judged(pair, found.link() ? Outcome.LINKED : Outcome.REVIEW, found.pair().verdict());
  }

  /** How many pairs with this label came out so. */
  long count(boolean same, Outcome outcome) {
    return judged.stream().filter(j -> j.pair().same() == same && j.outcome() == outcome).count();
  }

  long labelled(boolean same) {
    return judged.stream().filter(j -> j.pair().same() == same).count();
  }

  /** The share of links that are right; NaN if nothing was linked. */
  double precision() {
    long right = count(true, Outcome.LINKED);
    return (double) right / (right + count(false, Outcome.LINKED));
  }

  /** The share of true pairs that are linked by themselves; NaN if there are none. */
  double recallAutomatic() {
    return (double) count(true, Outcome.LINKED) / labelled(true);
  }

  /** The share of true pairs that are linked or shown to a person; NaN if there are none. */
  double recall() {
    long found = count(true, Outcome.LINKED) + count(true, Outcome.REVIEW);
    return (double) found / labelled(true);
  }

  /** Wrong links, the surest first; then true pairs that were not found, the likeliest first. */
  List<Judged> mistakes() {
    return judged.stream()
        .filter(Judged::isMistake)
        .sorted(
            Comparator.comparing(Judged::outcome)
                .thenComparing(judged -> -judged.verdict().score())
                .thenComparing(judged -> judged.pair().line()))
        .toList();
  }
}
