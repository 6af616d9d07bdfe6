package io.weft.activities.account;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How a name begins, to search by: its first word, then its first two, and so on, up to the first
 * comma or anything that a filter might take for a wildcard.
 */
record Beginnings(List<String> shortestFirst) {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern STOP = Pattern.compile("[.,;:]+$");
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}&'’+-]+");
  private static final int SHORTEST = 3;

  Beginnings {
    shortestFirst = List.copyOf(shortestFirst);
  }

  static Beginnings of(String name) {
    List<String> all = new ArrayList<>();
    StringBuilder start = new StringBuilder();
    for (String word : SPACE.split(name.strip())) {
      String core = STOP.matcher(word).replaceAll("");
      if (!PLAIN.matcher(core).matches()) {
        break;
      }
      start.append(start.isEmpty() ? "" : " ").append(core);
      if (start.length() >= SHORTEST) {
        all.add(start.toString());
      }
      if (!core.equals(word)) {
        break; // others write the name without the comma
      }
    }
    return new Beginnings(all);
  }

  /**
   * What is found by the shortest beginning that finds fewer than {@code most}. Where even the
   * longest finds more, a part of them: names that common tell nobody apart.
   */
  <T> List<T> narrowest(int most, Function<String, List<T>> search) {
    List<T> found = List.of();
    for (String start : shortestFirst) {
      found = search.apply(start);
      if (found.size() < most) {
        return found;
      }
    }
    return found;
  }
}
