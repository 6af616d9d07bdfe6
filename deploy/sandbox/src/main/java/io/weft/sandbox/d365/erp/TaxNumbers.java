package io.weft.sandbox.d365.erp;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** The tax exempt numbers that are set up; a company may insist on them. */
public final class TaxNumbers {
  private final ErpSettings settings;
  private final Set<String> listed = new ConcurrentSkipListSet<>();

  TaxNumbers(ErpSettings settings) {
    this.settings = settings;
  }

  /** Adds a number to a company's list, as a person in finance does. */
  public void add(String company, String number) {
    listed.add(key(company, number));
  }

  /** Returns all listed numbers as {@code company|number}. */
  public Set<String> all() {
    return new TreeSet<>(listed);
  }

  boolean allowed(String company, String number) {
    return !settings.on("taxNumbersListed." + company) || listed.contains(key(company, number));
  }

  private static String key(String company, String number) {
    return (company + "|" + number).toUpperCase(Locale.ROOT);
  }
}
