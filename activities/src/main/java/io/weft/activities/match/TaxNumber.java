package io.weft.activities.match;

import java.util.List;
import java.util.Locale;

/**
 * A tax registration number in its normal form: letters and digits, without what says that it is a
 * tax number, without leading zeros, which spreadsheets lose.
 *
 * @param country the letters of the country that it began with; "" if it had none
 * @param number the rest; "" if it is too short or no number, like 000000
 */
record TaxNumber(String country, String number) {
  private static final List<String> ENDINGS = List.of("MWST", "TVA", "IVA", "MVA", "VAT", "UST");
  private static final int SHORTEST = 5;
  private static final int FILLER = 7;
  private static final int LONG = 8;

  static TaxNumber of(String text) {
    String all = ended(alphanumeric(text));
    if (all.startsWith("CHE")) {
      return made("CH", all.substring(3));
    }
    String letters = all.length() > SHORTEST ? all.substring(0, 2) : "";
    return Countries.isTaxPrefix(letters) && hasDigit(all)
        ? made(letters.equals("EL") ? "GR" : letters, all.substring(2))
        : made("", all);
  }

  private static String alphanumeric(String text) {
    StringBuilder plain = new StringBuilder();
    text.toUpperCase(Locale.ROOT)
        .chars()
        .filter(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))
        .forEach(c -> plain.append((char) c));
    return plain.toString();
  }

  private static String ended(String number) {
    for (String ending : ENDINGS) {
      if (number.endsWith(ending)) {
        return number.substring(0, number.length() - ending.length());
      }
    }
    return number;
  }

  private static TaxNumber made(String country, String number) {
    String bare = swedish(country, number).replaceFirst("^0+", "");
    boolean real = bare.length() >= SHORTEST && hasDigit(bare) && !isFiller(bare);
    return new TaxNumber(country, real ? bare : "");
  }

  /** 9999999 is what people enter where a number is asked for. */
  private static boolean isFiller(String number) {
    return number.length() >= FILLER && number.chars().distinct().count() == 1;
  }

  /** Sweden's is the company's number with 01 at its end. */
  private static String swedish(String country, String number) {
    boolean ended = country.equals("SE") && number.length() == 12 && number.endsWith("01");
    return ended ? number.substring(0, 10) : number;
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  boolean isKnown() {
    return !number.isEmpty();
  }

  /** Whether both are known and one, be it with or without the country's letters. */
  boolean same(TaxNumber other) {
    boolean countries =
        country.equals(other.country) || country.isEmpty() || other.country.isEmpty();
    return isKnown() && countries && number.equals(other.number);
  }

  /** Whether both may be one with a slip of the pen. */
  boolean near(TaxNumber other) {
    return Math.min(number.length(), other.number.length()) >= LONG
        && Similar.misspelt(number, other.number);
  }
}
