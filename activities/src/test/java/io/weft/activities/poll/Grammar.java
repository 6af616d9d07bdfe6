package io.weft.activities.poll;

import io.weft.activities.http.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Evaluates the few filters that feeds and checks send. */
final class Grammar {
  private static final Pattern TERM = Pattern.compile("([\\w/]+) (eq|gt|ge|lt) (.*)");

  private Grammar() {}

  static boolean matches(Row row, String filter) {
    for (String word : List.of(" and ", " or ")) {
      List<String> parts = split(filter, word);
      if (parts.size() > 1) {
        return word.equals(" and ")
            ? parts.stream().allMatch(part -> matches(row, part))
            : parts.stream().anyMatch(part -> matches(row, part));
      }
    }
    if (filter.startsWith("(")) {
      return matches(row, filter.substring(1, filter.length() - 1));
    }
    return term(row, filter);
  }

  private static boolean term(Row row, String filter) {
    Matcher term = TERM.matcher(filter);
    if (!term.matches()) {
      throw new IllegalArgumentException("the fake does not understand " + filter);
    }
    String value = String.valueOf(row.text(term.group(1))).toLowerCase(Locale.ROOT);
    String literal = term.group(3).replaceAll("^'|'$", "").replace("''", "'");
    String wanted = literal.toLowerCase(Locale.ROOT);
    int order = value.compareTo(wanted);
    return switch (term.group(2)) {
      case "eq" ->
          wanted.endsWith("*")
              ? value.startsWith(wanted.substring(0, wanted.length() - 1))
              : order == 0;
      case "gt" -> order > 0;
      case "ge" -> order >= 0;
      default -> order < 0;
    };
  }

  /** Parts between the words that stand outside of brackets. */
  private static List<String> split(String filter, String word) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < filter.length(); i++) {
      depth += filter.charAt(i) == '(' ? 1 : filter.charAt(i) == ')' ? -1 : 0;
      if (depth == 0 && filter.startsWith(word, i)) {
        parts.add(filter.substring(from, i));
        from = i + word.length();
      }
    }
    parts.add(filter.substring(from));
    return parts;
  }
}
