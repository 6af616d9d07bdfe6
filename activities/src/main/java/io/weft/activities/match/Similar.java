package io.weft.activities.match;

import io.weft.activities.yaml.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether two normal names are likely one: a misspelling, or one with a word more. */
final class Similar {
  private Similar() {}

  static boolean names(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    return contains(left, right) || contains(right, left) || misspelt(left, right);
  }

  /** All words of the shorter name are in the longer one, and one of them is telling. */
  private static boolean contains(String longer, String shorter) {
    Set<String> words = new TreeSet<>(Arrays.asList(longer.split(" ")));
    List<String> few = Arrays.asList(shorter.split(" "));
    return words.containsAll(few) && few.stream().anyMatch(word -> word.length() >= 4);
  }

  private static boolean misspelt(String left, String right) {
    int letters = Math.min(left.length(), right.length());
    return letters >= 5 && Nearest.distance(left, right) <= Math.max(1, letters / 6);
  }
}
