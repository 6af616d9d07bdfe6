package io.weft.sandbox.d365.erp;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The countries of the address set-up: three letters by convention. */
public final class Countries {
  private static final Map<String, String> ISO2 = new TreeMap<>();

  static {
    for (String two : Locale.getISOCountries()) {
      ISO2.put(new Locale.Builder().setRegion(two).build().getISO3Country(), two);
    }
  }

  private Countries() {}

  /** Returns whether addresses may name this country. */
  public static boolean isKnown(String three) {
    return ISO2.containsKey(three.toUpperCase(Locale.ROOT));
  }

  /** Returns the two letters of a country, empty if it is unknown. */
  public static String iso2(String three) {
    return ISO2.getOrDefault(three.toUpperCase(Locale.ROOT), "");
  }
}
