package io.weft.sandbox.d365.data;

import java.util.List;
import java.util.Locale;

/** A text in which a star stands for anything, in lower case: pieces that follow one another. */
record Wildcard(List<String> pieces) {

  static Wildcard of(String text) {
    return new Wildcard(List.of(text.toLowerCase(Locale.ROOT).split("\\*", -1)));
  }

  boolean matches(String value) {
    String text = value.toLowerCase(Locale.ROOT);
    String first = pieces.get(0);
    String last = pieces.get(pieces.size() - 1);
    if (!text.startsWith(first) || !text.endsWith(last)) {
      return false;
    }
    int at = first.length();
    for (String piece : pieces.subList(1, pieces.size() - 1)) {
      int found = text.indexOf(piece, at);
      if (found < 0) {
        return false;
      }
      at = found + piece.length();
    }
    return at <= text.length() - last.length();
  }
}
