package io.weft.activities.match;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** How alike two names, words or cities are. */
final class Similar {
  private static final int MOST_SLIPS = 2;
  private static final DamerauLevenshteinDistance ONE = new DamerauLevenshteinDistance(1);
  private static final DamerauLevenshteinDistance TWO = new DamerauLevenshteinDistance(MOST_SLIPS);

  /** Shorter words are spelled right, or are others. */
  private static final int SHORTEST = 4;

  private static final int LONG = 9;

  private Similar() {}

  /** Compares two names; the order does not matter. */
  static Likeness names(CompanyName one, CompanyName other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Likeness.UNKNOWN;
    }
    if (one.sorted().equals(other.sorted())
        || one.compact().text().equals(other.compact().text())) {
      return Likeness.EQUAL;
    }
    boolean oneIsLonger = one.words().size() >= other.words().size();
    Likeness words =
        oneIsLonger ? words(one.words(), other.words()) : words(other.words(), one.words());
    return words == Likeness.OTHER && words(one.compact(), other.compact())
        ? Likeness.MISSPELT
        : words;
  }

  private static Likeness words(List<Word> longer, List<Word> shorter) {
    if (!mayBeIn(longer, shorter)) {
      return Likeness.OTHER; // at a glance: nearly all of the many million in a load end here
    }
    List<Word> left = new ArrayList<>(longer);
    List<Word> unmatched = new ArrayList<>(shorter);
    unmatched.removeIf(left::remove);
    for (Word word : unmatched) {
      int near = near(word, left);
      if (near < 0) {
        return Likeness.OTHER;
      }
      left.remove(near);
    }
    if (left.isEmpty()) {
      return Likeness.MISSPELT;
    }
    return shorter.stream().anyMatch(Word::tells) ? Likeness.CONTAINED : Likeness.OTHER;
  }

  private static boolean mayBeIn(List<Word> longer, List<Word> shorter) {
    for (Word word : shorter) {
      if (!mayBeAmong(longer, word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean mayBeAmong(List<Word> words, Word word) {
    for (int i = 0; i < words.size(); i++) {
      if (word.mayBe(words.get(i), MOST_SLIPS)) {
        return true;
      }
    }
    return false;
  }

  private static int near(Word word, List<Word> words) {
    for (int i = 0; i < words.size(); i++) {
      if (words(word, words.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** The same for two texts. */
  static boolean words(String one, String other) {
    return one.equals(other) || words(Word.of(one), Word.of(other));
  }

  /**
   * Whether two words are one but for a slip of the pen: a letter changed, exchanged, added or left
   * out, in long words two. Digits never are.
   */
  private static boolean words(Word one, Word other) {
    if (one.text().equals(other.text())) {
      return true;
    }
    int letters = Math.min(one.length(), other.length());
    int slips = letters < LONG ? 1 : MOST_SLIPS;
    if (letters < SHORTEST || one.digits() || other.digits() || !one.mayBe(other, slips)) {
      return false;
    }
    return (slips == 1 ? ONE : TWO).apply(one.text(), other.text()) >= 0;
  }

  /** Whether two texts are one but for one slip of the pen. */
  static boolean misspelt(String one, String other) {
    return ONE.apply(one, other) >= 0;
  }
}
