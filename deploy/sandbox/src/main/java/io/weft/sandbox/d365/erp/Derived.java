package io.weft.sandbox.d365.erp;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values that the ERP computes from others when a party is written. */
public final class Derived {
  private Derived() {}

  /** Returns the changes with what follows from them; {@code now} gives a value as it will be. */
  public static Map<String, Object> complete(
      Map<String, Object> changes, Function<String, String> now) {
    Map<String, Object> all = new LinkedHashMap<>(changes);
    for (String kind : new String[] {"", "Delivery", "Invoice"}) {
      String country = kind + "AddressCountryRegionId";
      if (changes.containsKey(country)) {
        all.put(kind + "AddressCountryRegionISOCode", Countries.iso2(now.apply(country)));
      }
    }
    if (changes.keySet().stream().anyMatch(name -> name.startsWith("Address"))) {
      all.put("FullPrimaryAddress", fullAddress(now));
    }
    return all;
  }

  private static String fullAddress(Function<String, String> now) {
    String town = joined(" ", now.apply("AddressZipCode"), now.apply("AddressCity"));
    return joined(
            "\n",
            now.apply("AddressStreet"),
            town,
            now.apply("AddressState"),
            now.apply("AddressCountryRegionId").toUpperCase(Locale.ROOT))
        .strip();
  }

  private static String joined(String between, String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
  }
}
