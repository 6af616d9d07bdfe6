package io.weft.activities.match;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the same company on the other side. Sure is: the noted customer number; the same tax number
 * and a similar name; the same name in the same country with the same city, mail domain or phone.
 * Whatever contradicts makes it doubtful, and so do two candidates.
 */
public final class Matcher {
  private Matcher() {}

  /** What the candidates are to a newcomer. The order of candidates does not matter. */
  public static Match match(Profile newcomer, List<Profile> candidates) {
    List<Comparison> sure = new ArrayList<>();
    List<Comparison> doubtful = new ArrayList<>();
    for (Profile candidate : candidates) {
      Comparison comparison = new Comparison(newcomer, candidate);
      switch (comparison.grade()) {
        case SURE -> sure.add(comparison);
        case DOUBTFUL -> doubtful.add(comparison);
        case NONE -> {
          // somebody else
        }
      }
    }
    if (sure.size() == 1 && (doubtful.isEmpty() || sure.get(0).numbered())) {
      return new Match.Sure(sure.get(0).candidate(), sure.get(0).evidence());
    }
    sure.addAll(doubtful);
    return sure.isEmpty()
        ? new Match.None()
        : new Match.Doubtful(sure.stream().map(Comparison::finding).toList());
  }
}
