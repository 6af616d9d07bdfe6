package io.weft.activities.match;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Cities by their own names: {@code match/cities.properties}. */
final class City {
  private static final Map<String, String> OWN = own();
  private static final int HEAD = 4;
  private static final int TELLING = 4;
  private static final Set<String> FILLERS =
      new TreeSet<>(List.of("a", "am", "an", "d", "der", "m", "on", "sur", "upon", "cedex"));

  private City() {}

  private static Map<String, String> own() {
    Map<String, String> names = new TreeMap<>();
    WordList.read("cities")
        .forEach(
            (own, others) -> {
              String name = PlainText.joined(own);
              others.forEach(other -> names.put(PlainText.joined(other), name));
            });
    return names;
  }

  /** Plain, without district numbers, Cedex, the am of Frankfurt or what stands in brackets. */
  static String normal(String city) {
    String bare = city.replaceAll("\\(.*\\)", " ");
    List<String> words =
        PlainText.words(bare).stream()
            .filter(word -> !Character.isDigit(word.charAt(0)) && !FILLERS.contains(word))
            .map(word -> word.equals("st") ? "saint" : word)
            .toList();
    String plain = String.join(" ", words);
    return OWN.getOrDefault(plain, plain);
  }

  /** Whether both are known and one, but for a slip of the pen or what Frankfurt lies on. */
  static boolean same(String one, String other) {
    return !one.isEmpty()
        && head(one).equals(head(other))
        && (one.equals(other)
            || begins(one, other)
            || begins(other, one)
            || Similar.words(one, other));
  }

  private static boolean begins(String longer, String shorter) {
    return shorter.length() >= TELLING
        && shorter.indexOf(' ') < 0
        && longer.startsWith(shorter + " ");
  }

  /** How a city begins: the same for cities that may be one. */
  static String head(String city) {
    String letters = city.replace(" ", "");
    return letters.substring(0, Math.min(HEAD, letters.length()));
  }
}
