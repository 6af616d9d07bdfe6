package io.weft.activities.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * As many pairs of one and another as possible, each of them in one pair only. Taking the first
 * that fits is not enough: it may be the only one that fits somebody else.
 */
final class Matching<A, B> {
  private final List<B> others;
  private final BiPredicate<A, B> fits;
  private final List<A> takenBy = new ArrayList<>();

  private Matching(List<B> others, BiPredicate<A, B> fits) {
    this.others = others;
    this.fits = fits;
    others.forEach(other -> takenBy.add(null));
  }

  /** Who stays without a partner of their own. */
  static <A, B> List<A> left(List<A> ones, List<B> others, BiPredicate<A, B> fits) {
    Matching<A, B> matching = new Matching<>(others, fits);
    return ones.stream().filter(one -> !matching.place(one, new HashSet<>())).toList();
  }

  /** Gives it a partner, if need be one whose present partner finds another. */
  private boolean place(A one, Set<Integer> tried) {
    for (int i = 0; i < others.size(); i++) {
      boolean asked = fits.test(one, others.get(i)) && tried.add(i);
      if (asked && (takenBy.get(i) == null || place(takenBy.get(i), tried))) {
        takenBy.set(i, one);
        return true;
      }
    }
    return false;
  }
}
