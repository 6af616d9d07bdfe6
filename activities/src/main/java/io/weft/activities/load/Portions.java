package io.weft.activities.load;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Cuts a page into portions, so that memory has to hold the neighbours of a portion only. A page
 * from a large city has so many more neighbours than one from a small town.
 */
final class Portions {
  private Portions() {}

  /**
   * Portions in the order of the page, none empty.
   *
   * @param most neighbours of a portion; more only where it is a single record
   */
  static <T> List<List<T>> of(List<T> page, Function<T, Set<Long>> neighbours, int most) {
    List<List<T>> portions = new ArrayList<>();
    List<T> portion = new ArrayList<>();
    Set<Long> together = new LinkedHashSet<>();
    for (T record : page) {
      Set<Long> own = neighbours.apply(record);
      if (!portion.isEmpty() && union(together, own) > most) {
        portions.add(List.copyOf(portion));
        portion.clear();
        together.clear();
      }
      portion.add(record);
      together.addAll(own);
    }
    if (!portion.isEmpty()) {
      portions.add(List.copyOf(portion));
    }
    return portions;
  }

  private static long union(Set<Long> together, Set<Long> own) {
    return together.size() + own.stream().filter(one -> !together.contains(one)).count();
  }
}
