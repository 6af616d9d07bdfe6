package io.weft.activities.simulation;

import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What may go wrong in a run, and when.
 *
 * @param kinds the mischief to choose from
 * @param text what a user types; null for values that were never there
 */
record Scripts(Set<Mischief.Kind> kinds, String text) {
  private static final int LAST_MOMENT = 70;

  /** Every mischief at every moment. */
  Stream<Map<Integer, Mischief>> ones(int moments) {
    return IntStream.range(0, moments)
        .boxed()
        .flatMap(at -> choices("u1").stream().map(mischief -> script(at, mischief)));
  }

  /**
   * Every two mischiefs at every two moments, the second possibly in what the first brought about.
   */
  Stream<Map<Integer, Mischief>> twos(int moments) {
    return IntStream.range(0, moments)
        .boxed()
        .flatMap(one -> IntStream.range(one + 1, moments).boxed().flatMap(two -> both(one, two)));
  }

  private Stream<Map<Integer, Mischief>> both(int first, int second) {
    return choices("u1").stream()
        .flatMap(one -> choices("u2").stream().map(two -> script(first, one, second, two)));
  }

  private static Map<Integer, Mischief> script(int at, Mischief mischief) {
    return new TreeMap<>(Map.of(at, mischief));
  }

  private static Map<Integer, Mischief> script(int first, Mischief one, int second, Mischief two) {
    return new TreeMap<>(Map.of(first, one, second, two));
  }

  /** Up to six mischiefs anywhere. */
  Map<Integer, Mischief> some(Random random) {
    Map<Integer, Mischief> script = new TreeMap<>();
    int many = 1 + random.nextInt(6);
    for (int m = 0; m < many; m++) {
      List<Mischief> choices = choices("u" + m);
      script.put(random.nextInt(LAST_MOMENT), choices.get(random.nextInt(choices.size())));
    }
    return script;
  }

  private List<Mischief> choices(String unique) {
    String typed = text == null ? unique : text;
    List<Mischief> choices = new ArrayList<>();
    for (Mischief.Kind kind : kinds) {
      if (kind == Mischief.Kind.EDIT || kind == Mischief.Kind.REVERT) {
        choices.add(new Mischief(kind, Side.CREATIO, typed));
        choices.add(new Mischief(kind, Side.D365, typed));
      } else {
        choices.add(Mischief.of(kind));
      }
    }
    return choices;
  }
}
