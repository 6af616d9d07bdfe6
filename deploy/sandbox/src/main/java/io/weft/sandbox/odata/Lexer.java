package io.weft.sandbox.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a filter into words. */
final class Lexer {
  enum Sort {
    GUID,
    DATE_TIME,
    DATE,
    NUMBER,
    NAME,
    TEXT,
    MARK
  }

  record Token(Sort sort, String text) {}

  private static final String HEX = "[0-9a-fA-F]";
  private static final Pattern WORD =
      Pattern.compile(
          "\\s*(?:"
              + ("(?<GUID>" + HEX + "{8}(?:-" + HEX + "{4}){3}-" + HEX + "{12})")
              + "|(?<DATETIME>\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(?:Z|[+-]\\d\\d:\\d\\d))"
              + "|(?<DATE>\\d{4}-\\d\\d-\\d\\d)"
              + "|(?<NUMBER>-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?[mMdDfFlL]?)"
              + "|(?<NAME>[@\\p{L}_$][\\p{L}\\p{N}_.]*(?:/[\\p{L}_$][\\p{L}\\p{N}_.]*)*)"
              + "|(?<TEXT>'(?:[^']|'')*')"
              + "|(?<MARK>[(),]))");

  private Lexer() {}

  static List<Token> words(String text) {
    List<Token> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    int at = 0;
    while (at < text.length() && !text.substring(at).isBlank()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new BadQuery("Syntax error at position " + at + " in '" + text + "'.");
      }
      words.add(token(matcher));
      at = matcher.end();
    }
    return words;
  }

  private static Token token(Matcher matcher) {
    for (Sort sort : Sort.values()) {
      String text = matcher.group(sort.name().replace("_", ""));
      if (text != null) {
        return new Token(sort, text);
      }
    }
    throw new IllegalStateException("a word of no sort");
  }
}
