package io.weft.activities.match;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Countries by their ISO codes of two letters. */
final class Countries {
  private static final Map<String, String> BY_NAME = byName();
  private static final Set<String> PREFIXES = prefixes();

  private Countries() {}

  private static Map<String, String> byName() {
    Map<String, String> codes = new TreeMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale.Builder().setRegion(code).build();
      codes.put(PlainText.joined(country.getDisplayCountry(Locale.ENGLISH)), code);
      codes.put(PlainText.joined(country.getDisplayCountry(Locale.GERMAN)), code);
      codes.put(PlainText.of(iso3(country)), code);
      codes.put(PlainText.of(code), code);
    }
    codes.remove("");
    codes.put("uk", "GB");
    return codes;
  }

  private static String iso3(Locale country) {
    try {
      return country.getISO3Country();
    } catch (MissingResourceException e) {
      return "";
    }
  }

  /** Greece and Northern Ireland have another code for taxes. */
  private static Set<String> prefixes() {
    Set<String> prefixes = new TreeSet<>(Set.of(Locale.getISOCountries()));
    prefixes.add("EL");
    prefixes.add("XI");
    return prefixes;
  }

  /**
   * The code of two letters for one of two or three, or for a name in English or German; the plain
   * text where it is none of these.
   */
  static String code(String country) {
    String plain = PlainText.joined(country);
    return BY_NAME.getOrDefault(PlainText.of(country.strip()), BY_NAME.getOrDefault(plain, plain));
  }

  /** Whether tax numbers may begin with these two letters. */
  static boolean isTaxPrefix(String letters) {
    return PREFIXES.contains(letters);
  }
}
