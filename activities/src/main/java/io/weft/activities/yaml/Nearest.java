package io.weft.activities.yaml;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the word that a mistyped one was likely meant to be. */
public final class Nearest {
  private Nearest() {}

  /** A remedy that names the likeliest word, else all of them. */
  public static String hint(String typed, List<String> known) {
    return find(typed, known)
        .map(word -> "Did you mean '" + word + "'? Else remove it")
        .orElse(known.isEmpty() ? "Remove it" : "Known here: " + String.join(", ", known));
  }

  /** The nearest of the known words, if one is near. */
  public static Optional<String> find(String typed, List<String> known) {
    int limit = Math.max(1, typed.length() / 3);
    return known.stream()
        .filter(word -> distance(typed, word) <= limit)
        .min(Comparator.comparingInt(word -> distance(typed, word)));
  }

  /** Letters to change, add or leave out, without regard to case. */
  static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(swap, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
