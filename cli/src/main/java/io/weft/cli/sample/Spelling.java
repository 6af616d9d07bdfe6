package io.weft.cli.sample;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** How people write the same thing otherwise. */
final class Spelling {
  private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъьюяы";
  private static final List<String> LATIN =
      List.of(
          "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s",
          "t", "u", "f", "h", "ts", "ch", "sh", "sht", "a", "y", "yu", "ya", "i");
  private static final List<String> SHORT =
      List.of(
          "International=Intl.",
          "Manufacturing=Mfg.",
          "Brothers=Bros.",
          "Technologies=Tech",
          "Engineering=Eng.",
          "Services=Svcs",
          "Construction=Constr.",
          "Industries=Ind.",
          "Distributors=Distr.",
          "Distribution=Dist.",
          "Transports=Transp.",
          "Transporte=Transp.",
          "Constructions=Constr.",
          "Group=Grp.",
          "Equipment=Equip.",
          "Systems=Sys.");
  private static final List<String> STREETS =
      List.of(
          "straße=str.",
          "Straße=Str.",
          "Street=St",
          "Avenue=Ave",
          "avenue=av.",
          "Road=Rd",
          "Drive=Dr.",
          "Boulevard=Blvd.",
          "boulevard=bd",
          "Lane=Ln",
          "straat=str.",
          "Calle=C/",
          "Avenida=Avda.",
          "Via =V. ",
          "Viale =V.le ",
          "ul. =",
          "Parkway=Pkwy",
          "place=pl.");

  private Spelling() {}

  /** Cyrillic letters as Latin ones; the rest as it is. */
  static String latin(String text) {
    StringBuilder latin = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int at = CYRILLIC.indexOf(Character.toLowerCase(c));
      String written = at < 0 ? String.valueOf(c) : LATIN.get(at);
      latin.append(at >= 0 && Character.isUpperCase(c) ? capital(written) : written);
    }
    return latin.toString();
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** Without accents; an umlaut as two letters or one. */
  static String bare(String text, boolean twoLetters) {
    String umlauts =
        twoLetters
            ? text.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("Ü", "Ue")
            : text;
    String plain = umlauts.replace("ß", "ss").replace("ł", "l").replace("Ł", "L");
    return Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
  }

  /** One letter left out, doubled, exchanged with the next or mistaken. */
  static String typo(String text, Dice dice) {
    if (text.length() < 5) {
      return text;
    }
    int at = dice.below(text.length() - 1);
    String before = text.substring(0, at);
    char here = text.charAt(at);
    char next = text.charAt(at + 1);
    String after = text.substring(at + 2);
    return switch (dice.below(4)) {
      case 0 -> before + next + after;
      case 1 -> before + here + here + next + after;
      case 2 -> before + next + here + after;
      default -> before + (char) ('a' + dice.below(26)) + next + after;
    };
  }

  static String shortened(String name) {
    return replaced(name, SHORT);
  }

  static String shortStreet(String street) {
    return replaced(street, STREETS);
  }

  private static String replaced(String text, List<String> rules) {
    String result = text;
    for (String rule : rules) {
      String[] parts = rule.split("=", -1);
      result = result.replace(parts[0], parts[1]);
    }
    return result;
  }
}
