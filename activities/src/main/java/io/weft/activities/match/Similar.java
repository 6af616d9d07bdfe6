package io.weft.activities.match;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** How alike two names, words or cities are. */
final class Similar {
  private static final DamerauLevenshteinDistance ONE = new DamerauLevenshteinDistance(1);
  private static final DamerauLevenshteinDistance TWO = new DamerauLevenshteinDistance(2);
  private static final int TELLING = 4;
  private static final int LONG = 9;

  private Similar() {}

  /** Compares two names; the order does not matter. */
  static Likeness names(CompanyName one, CompanyName other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Likeness.UNKNOWN;
    }
    if (one.sorted().equals(other.sorted()) || one.compact().equals(other.compact())) {
      return Likeness.EQUAL;
    }
    boolean oneIsLonger = one.words().size() >= other.words().size();
    Likeness words = oneIsLonger ? words(one, other) : words(other, one);
    return words == Likeness.OTHER && words(one.compact(), other.compact())
        ? Likeness.MISSPELT
        : words;
  }

  private static Likeness words(CompanyName longer, CompanyName shorter) {
    List<String> left = new ArrayList<>(longer.words());
    List<String> unmatched = new ArrayList<>(shorter.words());
    unmatched.removeIf(left::remove);
    boolean telling =
        shorter.words().stream().anyMatch(word -> tells(word) && !unmatched.contains(word));
    for (String word : unmatched) {
      int near = near(word, left);
      if (near < 0) {
        return Likeness.OTHER;
      }
      telling |= tells(word);
      left.remove(near);
    }
    if (left.isEmpty()) {
      return Likeness.MISSPELT;
    }
    return telling ? Likeness.CONTAINED : Likeness.OTHER;
  }

  private static int near(String word, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (words(word, words.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean tells(String word) {
    return word.length() >= TELLING && !Vocabulary.isCommon(word);
  }

  /**
   * Whether two words are one but for a slip of the pen: a letter changed, exchanged, added or left
   * out, in long words two. Digits never are.
   */
  static boolean words(String one, String other) {
    int letters = Math.min(one.length(), other.length());
    if (one.equals(other)) {
      return true;
    }
    int slips = letters < LONG ? 1 : 2;
    boolean sizesDiffer = Math.abs(one.length() - other.length()) > slips;
    if (letters < TELLING || sizesDiffer || hasDigit(one) || hasDigit(other)) {
      return false;
    }
    return (slips == 1 ? ONE : TWO).apply(one, other) >= 0;
  }

  /** Whether two texts are one but for one slip of the pen. */
  static boolean misspelt(String one, String other) {
    return ONE.apply(one, other) >= 0;
  }

  private static boolean hasDigit(String word) {
    for (int i = 0; i < word.length(); i++) { // many million times in a load
      if (Character.isDigit(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
