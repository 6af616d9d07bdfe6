package io.weft.activities.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Country codes of two and three letters. */
public final class Countries {
  private static final Map<String, String> ISO3_BY_ISO2 = table();
  private static final Map<String, String> ISO2_BY_ISO3 = turned();

  private Countries() {}

  private static Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    for (String two : Locale.getISOCountries()) {
      table.put(two, new Locale.Builder().setRegion(two).build().getISO3Country());
    }
    return Collections.unmodifiableMap(table);
  }

  private static Map<String, String> turned() {
    Map<String, String> table = new LinkedHashMap<>();
    ISO3_BY_ISO2.forEach((two, three) -> table.put(three, two));
    return Collections.unmodifiableMap(table);
  }

  /** The three letters for two or three; empty for anything else. */
  public static Optional<String> iso3(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    if (ISO2_BY_ISO3.containsKey(code)) {
      return Optional.of(code);
    }
    return Optional.ofNullable(ISO3_BY_ISO2.get(code));
  }

  /** The two letters for two or three; empty for anything else. */
  public static Optional<String> iso2(String text) {
    return iso3(text).map(ISO2_BY_ISO3::get);
  }
}
