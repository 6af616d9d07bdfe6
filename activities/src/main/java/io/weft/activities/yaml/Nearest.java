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

  /** Letters to change, exchange, add or leave out, without regard to case. */
  public static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, a, b, i, j);
      }
    }
    return steps[a.length()][b.length()];
  }

  private static int step(int[][] steps, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = Math.min(steps[i - 1][j], steps[i][j - 1]) + 1;
    best = Math.min(best, steps[i - 1][j - 1] + (same ? 0 : 1));
    boolean exchanged =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return exchanged ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
  }
}
