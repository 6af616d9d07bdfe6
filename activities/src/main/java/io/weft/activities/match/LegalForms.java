package io.weft.activities.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The legal forms of companies: {@code match/legal-forms.properties}. A form is of a kind (limited,
 * stock, partnership, ...), so that a GmbH and its translation as Ltd are no contradiction.
 */
final class LegalForms {
  /** The kind of a form that says nothing. */
  static final String ANY = "any";

  private static final Map<String, String> KINDS = new TreeMap<>();
  private static final Map<String, String> AFFIXES = new TreeMap<>();
  private static final int LONGEST;

  static {
    WordList.read("legal-forms").forEach(LegalForms::add);
    LONGEST = KINDS.keySet().stream().mapToInt(form -> form.split(" ").length).max().orElse(1);
  }

  /** A name's words without legal form, and the form's kind; "" if there is none. */
  record Parted(List<String> words, String kind) {}

  private LegalForms() {}

  private static void add(String name, List<String> spellings) {
    if (name.startsWith("affix.")) {
      String kind = name.substring("affix.".length());
      spellings.forEach(form -> AFFIXES.put(PlainText.of(form), kind));
    } else {
      String kind = name.substring(0, name.indexOf('.'));
      spellings.forEach(form -> KINDS.put(PlainText.joined(form), kind));
    }
  }

  /** Parts a name; where nothing but forms is there, they are the name. */
  static Parted part(List<String> name) {
    List<String> rest = new ArrayList<>(name);
    List<String> kinds = new ArrayList<>();
    fromEnd(rest, kinds);
    fromStart(rest, kinds);
    fromMiddle(rest, kinds);
    affixes(rest, kinds);
    if (rest.isEmpty()) {
      return new Parted(name, "");
    }
    String kind = kinds.stream().filter(k -> !k.equals(ANY)).findFirst().orElse("");
    return new Parted(rest, kind);
  }

  private static void fromEnd(List<String> rest, List<String> kinds) {
    int length = tail(rest);
    while (length > 0) {
      List<String> tail = rest.subList(rest.size() - length, rest.size());
      kinds.add(KINDS.getOrDefault(String.join(" ", tail), ANY));
      tail.clear();
      length = tail(rest);
    }
  }

  /** How many words at the end are a form: the most that leave something; 0 for none. */
  private static int tail(List<String> words) {
    for (int length = Math.min(LONGEST, words.size() - 1); length > 0; length--) {
      List<String> tail = words.subList(words.size() - length, words.size());
      if (KINDS.containsKey(String.join(" ", tail))) {
        return length;
      }
    }
    return 0;
  }

  private static void fromStart(List<String> rest, List<String> kinds) {
    String kind = rest.size() > 1 ? KINDS.get(rest.get(0)) : null;
    if (kind != null) {
      rest.remove(0);
      kinds.add(kind);
    }
  }

  /** In the middle of a name two letters are more likely a part of it. */
  private static void fromMiddle(List<String> rest, List<String> kinds) {
    for (int i = rest.size() - 1; i >= 0; i--) {
      String word = rest.get(i);
      String kind = word.length() > 2 && rest.size() > 1 ? KINDS.get(word) : null;
      if (kind != null) {
        rest.remove(i);
        kinds.add(kind);
      }
    }
  }

  private static void affixes(List<String> rest, List<String> kinds) {
    AFFIXES.forEach(
        (affix, kind) -> {
          for (int i = 0; i < rest.size(); i++) {
            String bare = bare(rest.get(i), affix);
            if (!bare.equals(rest.get(i)) && !bare.isEmpty()) {
              rest.set(i, bare);
              kinds.add(kind);
            }
          }
        });
  }

  private static String bare(String word, String affix) {
    if (word.startsWith(affix)) {
      return word.substring(affix.length());
    }
    return word.endsWith(affix) ? word.substring(0, word.length() - affix.length()) : word;
  }
}
