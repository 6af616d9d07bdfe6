package io.weft.activities.match;

import io.weft.workflows.record.RecordRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Pairs the records of two populations one to one, without holding either in memory: first each
 * left record is judged against its candidates, then each right record settles what claims it. A
 * pair is linked by itself only if each is the other's only choice, so the order of work decides
 * nothing and no record is linked twice.
 *
 * <p>Both populations are of one legal entity; what is linked already is left out by the caller.
 * The same input gives the same output in any order: both steps may be repeated.
 */
public final class Pairing {
  private static final Comparator<Claim> LIKELIEST_FIRST =
      Comparator.comparing((Claim claim) -> claim.pair().verdict().grade())
          .thenComparing(claim -> claim.pair().verdict().basis())
          .thenComparing(claim -> -claim.pair().verdict().score())
          .thenComparing(claim -> claim.pair().left().path());

  private Pairing() {}

  /** The claims of a left record on its candidates, the likeliest first; none if it is new. */
  public static List<Claim> judge(Traits left, List<Traits> candidates) {
    List<Finding> findings = Matcher.judge(left, candidates);
    int chosen = Choice.of(findings.stream().map(Finding::verdict).toList());
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      Pair pair =
          new Pair(left.profile().record(), finding.candidate().record(), finding.verdict());
      claims.add(new Claim(pair, i == chosen));
    }
    return claims;
  }

  /**
   * What all claims on one right record come to, the likeliest first. A pair of which both records
   * end up linked with others has answered itself; {@link #settleAll} drops it.
   */
  public static List<Settled> settle(List<Claim> ofOneRight) {
    List<Claim> claims = ofOneRight.stream().sorted(LIKELIEST_FIRST).toList();
    int best = Choice.of(claims.stream().map(claim -> claim.pair().verdict()).toList());
    List<Settled> settled = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      settled.add(new Settled(claim.pair(), i == best && claim.chosen(), rivals(claims, i)));
    }
    return settled;
  }

  private static List<RecordRef> rivals(List<Claim> claims, int of) {
    List<RecordRef> rivals = new ArrayList<>(claims.stream().map(c -> c.pair().left()).toList());
    rivals.remove(of);
    return rivals;
  }

  /**
   * Settles the claims of a whole population that fits into memory, by right record. A pair that
   * has answered itself is dropped: both are linked with others, or one is and little speaks for
   * it.
   */
  public static List<Settled> settleAll(List<Claim> claims) {
    Map<String, List<Claim>> byRight = new TreeMap<>();
    for (Claim claim : claims) {
      byRight.computeIfAbsent(claim.pair().right().path(), key -> new ArrayList<>()).add(claim);
    }
    List<Settled> all = byRight.values().stream().flatMap(one -> settle(one).stream()).toList();
    Set<RecordRef> taken = new LinkedHashSet<>();
    all.stream().filter(Settled::link).map(Settled::pair).forEach(pair -> take(pair, taken));
    return all.stream().filter(one -> one.link() || !isAnswered(one.pair(), taken)).toList();
  }

  private static void take(Pair pair, Set<RecordRef> taken) {
    taken.add(pair.left());
    taken.add(pair.right());
  }

  private static boolean isAnswered(Pair pair, Set<RecordRef> taken) {
    boolean left = taken.contains(pair.left());
    boolean right = taken.contains(pair.right());
    return pair.verdict().grade() == Grade.FAINT ? left || right : left && right;
  }
}
