package io.weft.activities.match;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Text without what people write in different ways: case, accents, punctuation, Cyrillic or Greek
 * letters, an umlaut as one letter or as two.
 */
final class PlainText {
  private static final Map<String, String> LATIN = latin();

  private PlainText() {}

  private static Map<String, String> latin() {
    Map<String, String> latin = new TreeMap<>();
    WordList.read("transliteration")
        .forEach((letter, written) -> latin.put(letter, written.get(0)));
    return latin;
  }

  /** Lower case in Latin letters without accents; letters of scripts that we do not know stay. */
  static String of(String text) {
    String lower = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    StringBuilder plain = new StringBuilder(lower.length() + 4);
    for (int i = 0; i < lower.length(); i++) {
      String two = i + 2 <= lower.length() ? LATIN.get(lower.substring(i, i + 2)) : null;
      if (two != null) {
        plain.append(two);
        i++;
      } else {
        append(plain, lower.charAt(i));
      }
    }
    return plain.toString();
  }

  private static void append(StringBuilder plain, char letter) {
    if (letter < 128) {
      plain.append(letter);
      return;
    }
    String known = LATIN.get(String.valueOf(letter));
    String bare = known != null ? known : bare(letter);
    plain.append(bare);
  }

  private static String bare(char letter) {
    StringBuilder bare = new StringBuilder(2);
    for (char part :
        Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKD).toCharArray()) {
      if (Character.getType(part) != Character.NON_SPACING_MARK) {
        bare.append(LATIN.getOrDefault(String.valueOf(part), String.valueOf(part)));
      }
    }
    return bare.toString();
  }

  /** The words of a text, plain; umlauts that are written as two letters are one. */
  static List<String> words(String text) {
    String plain = of(text);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      } else if (!joins(plain, i)) {
        end(word, words);
      }
    }
    end(word, words);
    return words;
  }

  /** The words with a space between them. */
  static String joined(String text) {
    return String.join(" ", words(text));
  }

  /** Whether the sign belongs inside a word: O'Neil, and the dots of S.A. or G.m.b.H. */
  private static boolean joins(String text, int at) {
    char c = text.charAt(at);
    if (c == '\'' || c == '’' || c == '`') {
      return true;
    }
    boolean single = at > 0 && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2)));
    boolean more = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    return (c == '.' || c == '/') && single && more;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(folded(word));
      word.setLength(0);
    }
  }

  /** Müller, Mueller and Muller are one word; the price is that Joel and Jol are one as well. */
  private static String folded(StringBuilder word) {
    StringBuilder folded = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean second = i > 0 && isUmlaut(word.charAt(i - 1), c) && !afterVowel(word, i - 1);
      if (!second) {
        folded.append(c);
      }
    }
    return folded.toString();
  }

  private static boolean isUmlaut(char first, char second) {
    return second == 'e'
        ? first == 'a' || first == 'o' || first == 'u'
        : first == 'a' && second == 'a';
  }

  /** Bauer, Neuer and Queck have no umlaut. */
  private static boolean afterVowel(StringBuilder word, int at) {
    return at > 0 && "aeouq".indexOf(word.charAt(at - 1)) >= 0;
  }
}
