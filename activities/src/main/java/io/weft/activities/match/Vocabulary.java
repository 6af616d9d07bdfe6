package io.weft.activities.match;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What words of company names mean: {@code match/words.properties}. */
final class Vocabulary {
  private static final String SHORT = "short.";
  private static final Map<String, List<String>> LISTS = WordList.read("words");
  private static final Map<String, String> FULL = full();
  private static final Set<String> JOINING = set("joining");
  private static final Set<String> GROUP = set("part.of.group");
  private static final Set<String> COMMON = set("common");

  private Vocabulary() {}

  private static Map<String, String> full() {
    Map<String, String> full = new TreeMap<>();
    LISTS.forEach(
        (name, forms) -> {
          if (name.startsWith(SHORT)) {
            String word = PlainText.joined(name.substring(SHORT.length()));
            forms.forEach(form -> full.put(PlainText.joined(form), word));
          }
        });
    return full;
  }

  private static Set<String> set(String name) {
    Set<String> words = new TreeSet<>();
    LISTS.getOrDefault(name, List.of()).forEach(word -> words.add(full(PlainText.joined(word))));
    return words;
  }

  /** The word in full, if this is one of its short forms. */
  static String full(String word) {
    return FULL.getOrDefault(word, word);
  }

  static boolean joins(String word) {
    return JOINING.contains(word);
  }

  /** Whether the word tells companies of one group apart: holding, real estate. */
  static boolean isPartOfGroup(String word) {
    return GROUP.contains(word);
  }

  /** Whether so many companies carry the word that it finds nobody. */
  static boolean isCommon(String word) {
    return COMMON.contains(word);
  }
}
