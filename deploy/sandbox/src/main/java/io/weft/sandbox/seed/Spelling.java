package io.weft.sandbox.seed;

import java.util.Locale;

/** The same company as another clerk would have typed it. */
final class Spelling {
  private Spelling() {}

  static Company other(Company company) {
    return switch (company.index() % 4) {
      case 0 -> named(company, company.name().toUpperCase(Locale.ROOT), company.phone());
      case 1 -> named(company, withoutForm(company.name()), company.phone());
      case 2 -> named(company, company.name(), company.phone().replaceAll("[ +]", ""));
      default -> named(company, company.name().replace(".", "") + " ", company.phone());
    };
  }

  private static String withoutForm(String name) {
    return name.replaceFirst(" (GmbH & Co\\. KG|Sp\\. z o\\.o\\.|\\S+)$", "");
  }

  private static Company named(Company of, String name, String phone) {
    return new Company(
        of.index(),
        of.common(),
        name,
        of.street(),
        of.city(),
        of.zip(),
        of.region(),
        of.countryName(),
        of.iso2(),
        of.iso3(),
        phone,
        of.email(),
        of.web(),
        of.taxNumber(),
        of.currency(),
        of.group(),
        of.paymentTerms(),
        of.taxGroup(),
        of.owner(),
        of.contactName(),
        of.contactEmail());
  }
}
