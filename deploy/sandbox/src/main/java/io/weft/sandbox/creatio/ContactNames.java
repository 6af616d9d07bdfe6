package io.weft.sandbox.creatio;

import io.weft.sandbox.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a save does to a contact's names: only the full name sent, and the parts follow from it;
 * only parts sent, and the full name follows; both sent, and both are kept.
 */
final class ContactNames {
  private static final List<String> PARTS = List.of("GivenName", "MiddleName", "Surname");

  private ContactNames() {}

  /** Returns the names that a save adds to those it was given. */
  static Map<String, Object> completed(@Nullable Row before, Map<String, Object> sent) {
    boolean name = changes(before, sent, "Name");
    boolean parts = PARTS.stream().anyMatch(part -> changes(before, sent, part));
    if (name && !parts) {
      return parts(String.valueOf(sent.get("Name")));
    }
    return parts && !name ? Map.of("Name", joined(before, sent)) : Map.of();
  }

  /** Returns given, middle and last name of a full name. */
  static Map<String, Object> parts(String name) {
    String[] words = name.trim().split("\\s+");
    int last = words.length - 1;
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("GivenName", last == 0 ? "" : words[0]);
    parts.put("MiddleName", middle(words, last));
    parts.put("Surname", words[last]);
    return parts;
  }

  private static String middle(String[] words, int last) {
    return last < 2 ? "" : String.join(" ", List.of(words).subList(1, last));
  }

  private static String joined(@Nullable Row before, Map<String, Object> sent) {
    List<String> words = new ArrayList<>();
    for (String part : PARTS) {
      String old = before == null ? "" : before.text(part);
      String word = String.valueOf(sent.getOrDefault(part, old));
      if (!word.isBlank()) {
        words.add(word);
      }
    }
    return String.join(" ", words);
  }

  private static boolean changes(@Nullable Row before, Map<String, Object> sent, String column) {
    Object now = sent.get(column);
    String old = before == null ? "" : before.text(column);
    return now != null && !now.equals(old);
  }
}
