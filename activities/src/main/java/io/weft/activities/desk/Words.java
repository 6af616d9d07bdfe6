package io.weft.activities.desk;

import java.util.Collection;
import java.util.stream.Collectors;

/** Lists in sentences. */
final class Words {
  private static final int SOME = 8;

  private Words() {}

  /** The first few, and how many more there are. */
  static String some(Collection<String> all) {
    if (all.isEmpty()) {
      return "none";
    }
    String first = all.stream().limit(SOME).collect(Collectors.joining(", "));
    return all.size() > SOME ? first + " and " + (all.size() - SOME) + " more" : first;
  }
}
